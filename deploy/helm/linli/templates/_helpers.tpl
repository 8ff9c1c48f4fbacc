{{- define "linli.name" -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end }}

{{- define "linli.selector" -}}
app.kubernetes.io/name: linli
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "linli.labels" -}}
{{ include "linli.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "linli.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "linli.filesClaim" -}}
{{ .Values.files.existingClaim | default (printf "%s-files" (include "linli.name" .)) }}
{{- end }}

{{/* Who a pod runs as, and what it may do: nothing but its work. */}}
{{- define "linli.pod" -}}
automountServiceAccountToken: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "linli.container" -}}
image: {{ include "linli.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* Secrets come as files: they stand in no environment. */}}
{{- define "linli.secretEnvironment" -}}
- { name: DATABASE_URL_FILE, value: /run/secrets/linli/database-url }
{{- if .Values.keyring.secret }}
- { name: LINLI_KEYRING_FILE, value: /run/secrets/linli/keyring.json }
{{- end }}
{{- end }}

{{- define "linli.secrets" -}}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ .root.Values.database.secret }}
          items: [{ key: {{ .key }}, path: database-url }]
      {{- if .root.Values.keyring.secret }}
      - secret:
          name: {{ .root.Values.keyring.secret }}
          items: [{ key: {{ .root.Values.keyring.key }}, path: keyring.json }]
      {{- end }}
- name: temporary
  emptyDir: {}
{{- end }}
