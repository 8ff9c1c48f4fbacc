import './shared/style/tokens.css'
import './shared/style/base.css'
import './shared/style/parts.css'
import './shared/style/form.css'
import './shared/style/frame.css'
import './shared/style/doors.css'
import './shared/style/rows.css'
import './shared/style/case.css'
import { rememberArrivals } from '#capabilities/cases/pages/report/arrived.ts'
import { Pages } from './Pages.tsx'
import { mount } from './shared/mount.tsx'
import { workOffline } from './shared/offline/worker.ts'
import { applyPreferences } from './shared/preferences.ts'

applyPreferences()
rememberArrivals()
workOffline()
mount(<Pages />)
