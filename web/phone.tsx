import './shared/style/tokens.css'
import './shared/style/base.css'
import './shared/style/parts.css'
import './shared/style/form.css'
import './shared/style/pages.css'
import { Pages } from './Pages.tsx'
import { mount } from './shared/mount.tsx'
import { applyPreferences } from './shared/preferences.ts'

applyPreferences()
mount(<Pages />)
