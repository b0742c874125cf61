# Completion of firstday for bash; made by: firstday completion bash
# The words of a kind: this version's, or those of the file after --steps.
_firstday_words() {
  local i file=
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    case "${COMP_WORDS[i]}" in
      --steps) file="${COMP_WORDS[i+1]}" ;;
      --steps=*) file="${COMP_WORDS[i]#*=}" ;;
    esac
    if [[ "$file" == "=" ]]; then file="${COMP_WORDS[i+2]}"; fi
  done
  if [[ -n "$file" ]]; then
    "${COMP_WORDS[0]/#\~/$HOME}" completion bash --words "$1" --steps "${file/#\~/$HOME}" 2>/dev/null </dev/null
    return
  fi
  case "$1" in
    steps) echo 'root-mfa root-access-keys alternate-contacts security-questions contact-phone governing-law budget budget-report cost-anomaly trail monitoring health-events config-recorder config-rules guardduty account-alias password-policy admin-group user-mfa billing-access seal-root secrets service-logs backups deletion-protection s3-public-access-block ebs-encryption imdsv2 access-analyzer' ;;
    settings) echo 'email= home-region= regions= preset=minimal preset=recommended preset=thorough environment=production environment=development alternate-contacts.same-for-all=true alternate-contacts.same-for-all=false alternate-contacts.name= alternate-contacts.title= alternate-contacts.email= alternate-contacts.phone= alternate-contacts.security.name= alternate-contacts.security.title= alternate-contacts.security.email= alternate-contacts.security.phone= alternate-contacts.operations.name= alternate-contacts.operations.title= alternate-contacts.operations.email= alternate-contacts.operations.phone= alternate-contacts.billing.name= alternate-contacts.billing.title= alternate-contacts.billing.email= alternate-contacts.billing.phone= contact-phone.number= governing-law.wanted=true governing-law.wanted=false budget.kind=monthly budget.kind=zero-spend budget.amount= budget.currency=USD budget.emails= budget.actual= budget.forecast= cost-anomaly.emails= cost-anomaly.absolute= cost-anomaly.percent= cost-anomaly.frequency=daily cost-anomaly.frequency=weekly trail.name= trail.expire-days= trail.log-retention-days= trail.bucket-access-logging=true trail.bucket-access-logging=false monitoring.emails= monitoring.monitors= monitoring.switch-role-errors-threshold= health-events.emails= health-events.language=en health-events.language=ja health-events.regions= config-recorder.frequency=continuous config-recorder.frequency=daily config-recorder.regions= config-recorder.expire-days= config-rules.rules= config-rules.regions= guardduty.emails= guardduty.regions= guardduty.minimum-severity= guardduty.plans= account-alias.alias= password-policy.length= password-policy.reuse= password-policy.mfa-used=true password-policy.mfa-used=false password-policy.expire-days= admin-group.group= admin-group.user= user-mfa.deactivate= secrets.regions= service-logs.regions= service-logs.retention-days= backups.regions= backups.retention-days= backups.resources= deletion-protection.regions= deletion-protection.resources= ebs-encryption.regions= imdsv2.regions= access-analyzer.regions=' ;;
    presets) echo 'minimal recommended thorough' ;;
  esac
}
_firstday_profiles() {
  { sed -n 's/^\[profile \([^]]*\)\].*/\1/p; s/^\[\(default\)\].*/\1/p' "${AWS_CONFIG_FILE:-$HOME/.aws/config}"; sed -n 's/^\[\([^]]*\)\].*/\1/p' "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}"; } 2>/dev/null | sort -u
}
_firstday_among() {
  COMPREPLY=($(compgen -W "$1" -- "$value"))
}
_firstday() {
  local cur= prev= value option lead= broken= command= i word
  # The word at the cursor and the one before it, whole: bash takes them apart at each "=".
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    if [[ $i -lt $COMP_CWORD ]]; then
      case "$word" in
        check|plan|apply|undo|history|report|answers|export|permissions|steps|explain|doctor|completion) command="${command:-$word}" ;;
      esac
    fi
    if [[ -n "$cur" && ( "$word" == "=" || "${COMP_WORDS[i-1]}" == "=" ) ]]; then
      cur="$cur$word"
    else
      prev="$cur" cur="$word"
    fi
  done
  option="$prev" value="$cur"
  if [[ "$cur" == --*=* ]]; then
    option="${cur%%=*}=" lead="${cur%%=*}=" value="${cur#*=}"
  fi
  if [[ -z "${ZSH_VERSION:-}" ]]; then broken="${cur%"${cur##*=}"}"; fi
  COMPREPLY=()
  case "$command $option" in
    *' --practice=') _firstday_among 'new half-done denied throttled offline slow' ;;
    *' --profile'|*' --profile=') _firstday_among "$(_firstday_profiles)" ;;
    *' --region'|*' --region=')  ;;
    *' --endpoint-url'|*' --endpoint-url=')  ;;
    *' --steps'|*' --steps=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    *' --answers'|*' --answers=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    *' --preset'|*' --preset=') _firstday_among "$(_firstday_words presets)" ;;
    *' --set'|*' --set=') compopt -o nospace 2>/dev/null; _firstday_among "$(_firstday_words settings)" ;;
    *' --lang'|*' --lang=') _firstday_among 'en ja' ;;
    *' --state-dir'|*' --state-dir=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'check --step'|'check --step=') _firstday_among "$(_firstday_words steps)" ;;
    'check --except'|'check --except=') _firstday_among "$(_firstday_words steps)" ;;
    'check --output'|'check --output=') _firstday_among 'text json junit ocsf' ;;
    'check --watch'|'check --watch=')  ;;
    'check --accounts'|'check --accounts=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'plan --step'|'plan --step=') _firstday_among "$(_firstday_words steps)" ;;
    'plan --except'|'plan --except=') _firstday_among "$(_firstday_words steps)" ;;
    'plan --output'|'plan --output=') _firstday_among 'text json aws-cli' ;;
    'plan --out'|'plan --out=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'apply --step'|'apply --step=') _firstday_among "$(_firstday_words steps)" ;;
    'apply --except'|'apply --except=') _firstday_among "$(_firstday_words steps)" ;;
    'apply --account'|'apply --account=')  ;;
    'apply --plan'|'apply --plan=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'apply --expect'|'apply --expect=')  ;;
    'undo --step'|'undo --step=') _firstday_among "$(_firstday_words steps)" ;;
    'undo --except'|'undo --except=') _firstday_among "$(_firstday_words steps)" ;;
    'undo --account'|'undo --account=')  ;;
    'history --output'|'history --output=') _firstday_among 'text json' ;;
    'report --step'|'report --step=') _firstday_among "$(_firstday_words steps)" ;;
    'report --except'|'report --except=') _firstday_among "$(_firstday_words steps)" ;;
    'report --format'|'report --format=') _firstday_among 'md html json' ;;
    'report --out'|'report --out=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'export --step'|'export --step=') _firstday_among "$(_firstday_words steps)" ;;
    'export --except'|'export --except=') _firstday_among "$(_firstday_words steps)" ;;
    'export --out'|'export --out=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'export --part'|'export --part=') _firstday_among 'HOME OTHERS US_EAST_1' ;;
    'permissions --step'|'permissions --step=') _firstday_among "$(_firstday_words steps)" ;;
    'permissions --except'|'permissions --except=') _firstday_among "$(_firstday_words steps)" ;;
    'permissions --as'|'permissions --as=') _firstday_among 'managed inline' ;;
    'permissions --out'|'permissions --out=') compopt -o default 2>/dev/null; COMPREPLY=($(compgen -f -- "$value")) ;;
    'permissions --bucket'|'permissions --bucket=')  ;;
    'permissions --recorder-role'|'permissions --recorder-role=')  ;;
    'steps --output'|'steps --output=') _firstday_among 'text json' ;;
    *)
      lead= value="$cur"
      case "$command" in
        check) _firstday_among '--step --except --output --watch --accounts --json -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        plan) _firstday_among '--step --except --output --out --json -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        apply) _firstday_among '--step --except --stop-on-failure -y --yes --dry-run --account --plan --expect -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        undo) _firstday_among '--step --except --stop-on-failure -y --yes --dry-run --account -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        history) _firstday_among '--output --json -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        report) _firstday_among '--step --except --format --out --open --json -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        answers) _firstday_among '-h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        export) _firstday_among 'cloudformation --step --except --out --part -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        permissions) _firstday_among 'check apply --step --except --as --out --bucket --recorder-role -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        steps) _firstday_among '--output --json -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        explain) _firstday_among 'FD-AUTH-001 FD-AUTH-002 FD-AUTH-003 FD-DENY-001 FD-DENY-002 FD-DENY-003 FD-DENY-004 FD-DENY-005 FD-DENY-006 FD-DENY-007 FD-DENY-008 FD-DENY-009 FD-DENY-010 FD-NET-001 FD-NET-002 FD-NET-003 FD-NET-004 FD-NET-005 FD-NET-006 FD-NET-007 FD-AWS-001 FD-AWS-002 FD-AWS-003 FD-AWS-004 FD-AWS-005 FD-AWS-006 FD-PLAN-001 FD-PLAN-002 FD-PLAN-003 FD-STATE-001 FD-STATE-002 FD-BUG-001 root-mfa root-access-keys alternate-contacts security-questions contact-phone governing-law budget budget-report cost-anomaly trail monitoring health-events config-recorder config-rules guardduty account-alias password-policy admin-group user-mfa billing-access seal-root secrets service-logs backups deletion-protection s3-public-access-block ebs-encryption imdsv2 access-analyzer email home-region regions preset environment alternate-contacts.same-for-all alternate-contacts.name alternate-contacts.title alternate-contacts.email alternate-contacts.phone alternate-contacts.security.name alternate-contacts.security.title alternate-contacts.security.email alternate-contacts.security.phone alternate-contacts.operations.name alternate-contacts.operations.title alternate-contacts.operations.email alternate-contacts.operations.phone alternate-contacts.billing.name alternate-contacts.billing.title alternate-contacts.billing.email alternate-contacts.billing.phone contact-phone.number governing-law.wanted budget.kind budget.amount budget.currency budget.emails budget.actual budget.forecast cost-anomaly.emails cost-anomaly.absolute cost-anomaly.percent cost-anomaly.frequency trail.name trail.expire-days trail.log-retention-days trail.bucket-access-logging monitoring.emails monitoring.monitors monitoring.switch-role-errors-threshold health-events.emails health-events.language health-events.regions config-recorder.frequency config-recorder.regions config-recorder.expire-days config-rules.rules config-rules.regions guardduty.emails guardduty.regions guardduty.minimum-severity guardduty.plans account-alias.alias password-policy.length password-policy.reuse password-policy.mfa-used password-policy.expire-days admin-group.group admin-group.user user-mfa.deactivate secrets.regions service-logs.regions service-logs.retention-days backups.regions backups.retention-days backups.resources deletion-protection.regions deletion-protection.resources ebs-encryption.regions imdsv2.regions access-analyzer.regions -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        doctor) _firstday_among '-h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        completion) _firstday_among 'bash zsh fish -h --help -V --version --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input' ;;
        *) _firstday_among 'check plan apply undo history report answers export permissions steps explain doctor completion --practice --practice-reset --profile --region --endpoint-url --steps --answers --preset --set --lang --ascii --no-color --state-dir -q --quiet -v --verbose --no-input --line --accessible --no-browser --no-motion --help-all -h --help -V --version' ;;
      esac ;;
  esac
  # What stands before the last "=" is no part of the word for bash.
  COMPREPLY=("${COMPREPLY[@]/#/$lead}")
  COMPREPLY=("${COMPREPLY[@]#"$broken"}")
}
complete -F _firstday firstday
