#compdef firstday
# Completion of firstday for zsh; made by: firstday completion zsh
autoload -U +X bashcompinit && bashcompinit
# Completion of firstday for bash; made by: firstday completion bash
# The words of a kind: this version's, or those of the file after --steps.
_firstday_words() {
  local i file=
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    [[ "${COMP_WORDS[i]}" == --steps ]] || continue
    file="${COMP_WORDS[i+1]}"
    if [[ "$file" == "=" ]]; then file="${COMP_WORDS[i+2]}"; fi
  done
  if [[ -n "$file" ]]; then
    "${COMP_WORDS[0]/#\~/$HOME}" completion bash --words "$1" --steps "${file/#\~/$HOME}" 2>/dev/null </dev/null
    return
  fi
  case "$1" in
    steps) echo 'root-mfa root-access-keys alternate-contacts security-questions contact-phone governing-law budget budget-report cost-anomaly trail monitoring health-events config-recorder config-rules guardduty password-policy admin-group user-mfa billing-access seal-root secrets service-logs backups deletion-protection s3-public-access-block ebs-encryption imdsv2 access-analyzer' ;;
    settings) echo 'email= home-region= regions= preset=minimal preset=recommended preset=thorough environment=production environment=development alternate-contacts.same-for-all=true alternate-contacts.same-for-all=false alternate-contacts.name= alternate-contacts.title= alternate-contacts.email= alternate-contacts.phone= alternate-contacts.security.name= alternate-contacts.security.title= alternate-contacts.security.email= alternate-contacts.security.phone= alternate-contacts.operations.name= alternate-contacts.operations.title= alternate-contacts.operations.email= alternate-contacts.operations.phone= alternate-contacts.billing.name= alternate-contacts.billing.title= alternate-contacts.billing.email= alternate-contacts.billing.phone= contact-phone.number= governing-law.wanted=true governing-law.wanted=false budget.kind=monthly budget.kind=zero-spend budget.amount= budget.currency=USD budget.emails= budget.actual= budget.forecast= cost-anomaly.emails= cost-anomaly.absolute= cost-anomaly.percent= cost-anomaly.frequency=daily cost-anomaly.frequency=weekly trail.name= trail.expire-days= trail.log-retention-days= trail.bucket-access-logging=true trail.bucket-access-logging=false monitoring.emails= monitoring.monitors= monitoring.switch-role-errors-threshold= health-events.emails= health-events.language=en health-events.language=ja health-events.regions= config-recorder.frequency=continuous config-recorder.frequency=daily config-recorder.regions= config-recorder.expire-days= config-rules.rules= config-rules.regions= guardduty.emails= guardduty.regions= guardduty.minimum-severity= guardduty.plans= password-policy.length= password-policy.reuse= password-policy.mfa-used=true password-policy.mfa-used=false password-policy.expire-days= admin-group.group= admin-group.user= user-mfa.deactivate= secrets.regions= service-logs.regions= service-logs.retention-days= backups.regions= backups.retention-days= backups.resources= deletion-protection.regions= deletion-protection.resources= ebs-encryption.regions= imdsv2.regions= access-analyzer.regions=' ;;
    presets) echo 'minimal recommended thorough' ;;
  esac
}
_firstday() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command= words i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${COMP_WORDS[i]}" in
      check|plan|apply|undo|history|report|answers|export|permissions|steps|doctor|completion) command="${COMP_WORDS[i]}" ;;
    esac
  done
  # bash takes --option=value apart.
  if [[ "$cur" == "=" ]]; then cur=; elif [[ "$prev" == "=" ]]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi
  COMPREPLY=()
  case "$command $prev" in
    *' --practice') COMPREPLY=($(compgen -W 'new half-done denied throttled offline slow' -- "$cur")); return ;;
    *' --profile') COMPREPLY=($(compgen -W "$(sed -n 's/^\[profile \([^]]*\)\].*/\1/p; s/^\[\(default\)\].*/\1/p' "${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null)" -- "$cur")); return ;;
    *' --region') return ;;
    *' --endpoint-url') return ;;
    *' --steps') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    *' --answers') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    *' --preset') COMPREPLY=($(compgen -W "$(_firstday_words presets)" -- "$cur")); return ;;
    *' --set') compopt -o nospace 2>/dev/null; COMPREPLY=($(compgen -W "$(_firstday_words settings)" -- "$cur")); return ;;
    *' --lang') COMPREPLY=($(compgen -W 'en ja' -- "$cur")); return ;;
    *' --state-dir') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'check --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
    'check --output') COMPREPLY=($(compgen -W 'text json junit ocsf' -- "$cur")); return ;;
    'check --watch') return ;;
    'check --accounts') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'plan --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
    'plan --output') COMPREPLY=($(compgen -W 'text json aws-cli' -- "$cur")); return ;;
    'plan --out') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'apply --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
    'apply --account') return ;;
    'apply --plan') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'undo --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
    'undo --account') return ;;
    'history --output') COMPREPLY=($(compgen -W 'text json' -- "$cur")); return ;;
    'report --format') COMPREPLY=($(compgen -W 'md html json' -- "$cur")); return ;;
    'report --out') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'export --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
    'export --out') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    'permissions --step') COMPREPLY=($(compgen -W "$(_firstday_words steps)" -- "$cur")); return ;;
  esac
  case "$command" in
    check) words='--step --output --watch --accounts -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    plan) words='--step --output --out -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    apply) words='--step --yes --account --plan -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    undo) words='--step --yes --account -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    history) words='--output -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    report) words='--format --out -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    answers) words='-h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    export) words='cloudformation --step --out -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    permissions) words='check apply --step -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    steps) words='-h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    doctor) words='-h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    completion) words='bash zsh fish -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir' ;;
    *) words='check plan apply undo history report answers export permissions steps doctor completion --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir --line --accessible -h --help -V --version' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _firstday firstday
