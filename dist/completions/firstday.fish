# Completion of firstday for fish; made by: firstday completion fish
function __firstday_profiles
  set -l config ~/.aws/config
  set -q AWS_CONFIG_FILE; and set config $AWS_CONFIG_FILE
  set -l credentials ~/.aws/credentials
  set -q AWS_SHARED_CREDENTIALS_FILE; and set credentials $AWS_SHARED_CREDENTIALS_FILE
  begin; sed -n 's/^\[profile \([^]]*\)\].*/\1/p; s/^\[\(default\)\].*/\1/p' $config; sed -n 's/^\[\([^]]*\)\].*/\1/p' $credentials; end 2>/dev/null | sort -u
end
# The words of a kind: this version's, or those of the file after --steps.
function __firstday_words
  set -l file (string replace -rf -- '.*--steps[= ](\S+).*' '$1' (commandline -cp))
  if test -n "$file"
    set -l typed (commandline -opc)
    $typed[1] completion fish --words $argv[1] --steps $file 2>/dev/null </dev/null
    return
  end
  switch $argv[1]
    case steps; string split ' ' 'root-mfa root-access-keys alternate-contacts security-questions contact-phone governing-law budget budget-report cost-anomaly trail monitoring health-events config-recorder config-rules guardduty account-alias password-policy admin-group user-mfa billing-access seal-root secrets service-logs backups deletion-protection s3-public-access-block ebs-encryption imdsv2 access-analyzer'
    case settings; string split ' ' 'email= home-region= regions= preset=minimal preset=recommended preset=thorough environment=production environment=development alternate-contacts.same-for-all=true alternate-contacts.same-for-all=false alternate-contacts.name= alternate-contacts.title= alternate-contacts.email= alternate-contacts.phone= alternate-contacts.security.name= alternate-contacts.security.title= alternate-contacts.security.email= alternate-contacts.security.phone= alternate-contacts.operations.name= alternate-contacts.operations.title= alternate-contacts.operations.email= alternate-contacts.operations.phone= alternate-contacts.billing.name= alternate-contacts.billing.title= alternate-contacts.billing.email= alternate-contacts.billing.phone= contact-phone.number= governing-law.wanted=true governing-law.wanted=false budget.kind=monthly budget.kind=zero-spend budget.amount= budget.currency=USD budget.emails= budget.actual= budget.forecast= cost-anomaly.emails= cost-anomaly.absolute= cost-anomaly.percent= cost-anomaly.frequency=daily cost-anomaly.frequency=weekly trail.name= trail.expire-days= trail.log-retention-days= trail.bucket-access-logging=true trail.bucket-access-logging=false monitoring.emails= monitoring.monitors= monitoring.switch-role-errors-threshold= health-events.emails= health-events.language=en health-events.language=ja health-events.regions= config-recorder.frequency=continuous config-recorder.frequency=daily config-recorder.regions= config-recorder.expire-days= config-rules.rules= config-rules.regions= guardduty.emails= guardduty.regions= guardduty.minimum-severity= guardduty.plans= account-alias.alias= password-policy.length= password-policy.reuse= password-policy.mfa-used=true password-policy.mfa-used=false password-policy.expire-days= admin-group.group= admin-group.user= user-mfa.deactivate= secrets.regions= service-logs.regions= service-logs.retention-days= backups.regions= backups.retention-days= backups.resources= deletion-protection.regions= deletion-protection.resources= ebs-encryption.regions= imdsv2.regions= access-analyzer.regions='
    case presets; string split ' ' 'minimal recommended thorough'
  end
end
complete -c firstday -f
complete -c firstday -n __fish_use_subcommand -a check -d 'Say how each step stands; write nothing.'
complete -c firstday -n __fish_use_subcommand -a plan -d 'Say what apply would write; write nothing to the account.'
complete -c firstday -n __fish_use_subcommand -a apply -d 'Write what is missing, after showing it and asking.'
complete -c firstday -n __fish_use_subcommand -a undo -d 'Take back what firstday changed, after showing it and asking.'
complete -c firstday -n __fish_use_subcommand -a history -d 'Say what firstday did to this account.'
complete -c firstday -n __fish_use_subcommand -a report -d 'Write down how the account stands, to hand it over.'
complete -c firstday -n __fish_use_subcommand -a answers -d 'Print an answers file with every setting and what holds now.'
complete -c firstday -n __fish_use_subcommand -a export -d 'Print what apply would write as CloudFormation templates, ready for StackSets.'
complete -c firstday -n __fish_use_subcommand -a permissions -d 'Print the smallest IAM policy for a check or an apply.'
complete -c firstday -n __fish_use_subcommand -a steps -d 'List the steps.'
complete -c firstday -n __fish_use_subcommand -a explain -d 'Say what a failure means, what a step is about or what a setting is.'
complete -c firstday -n __fish_use_subcommand -a doctor -d 'Look at what firstday needs on this machine.'
complete -c firstday -n __fish_use_subcommand -a completion -d 'Print a script with which a shell completes commands, options and values.'
complete -c firstday -l practice -f -a 'new half-done denied throttled offline slow'
complete -c firstday -l practice-reset
complete -c firstday -l profile -x -a '(__firstday_profiles)'
complete -c firstday -l region -x
complete -c firstday -l endpoint-url -x
complete -c firstday -l steps -r -F
complete -c firstday -l answers -r -F
complete -c firstday -l preset -x -a '(__firstday_words presets)'
complete -c firstday -l set -x -a '(__firstday_words settings)'
complete -c firstday -l lang -x -a 'en ja'
complete -c firstday -l ascii
complete -c firstday -l no-color
complete -c firstday -l state-dir -r -F
complete -c firstday -s q -l quiet
complete -c firstday -s v -l verbose
complete -c firstday -l no-input
complete -c firstday -l line
complete -c firstday -l accessible
complete -c firstday -l no-browser
complete -c firstday -l no-motion
complete -c firstday -l help-all
complete -c firstday -s h -l help
complete -c firstday -s V -l version
complete -c firstday -n '__fish_seen_subcommand_from check' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from check' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from check' -l output -x -a 'text json junit ocsf'
complete -c firstday -n '__fish_seen_subcommand_from check' -l watch -x
complete -c firstday -n '__fish_seen_subcommand_from check' -l accounts -r -F
complete -c firstday -n '__fish_seen_subcommand_from check' -l json
complete -c firstday -n '__fish_seen_subcommand_from plan' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from plan' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from plan' -l output -x -a 'text json aws-cli'
complete -c firstday -n '__fish_seen_subcommand_from plan' -l out -r -F
complete -c firstday -n '__fish_seen_subcommand_from plan' -l json
complete -c firstday -n '__fish_seen_subcommand_from apply' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from apply' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from apply' -l stop-on-failure
complete -c firstday -n '__fish_seen_subcommand_from apply' -s y -l yes
complete -c firstday -n '__fish_seen_subcommand_from apply' -l dry-run
complete -c firstday -n '__fish_seen_subcommand_from apply' -l account -x
complete -c firstday -n '__fish_seen_subcommand_from apply' -l plan -r -F
complete -c firstday -n '__fish_seen_subcommand_from apply' -l expect -x
complete -c firstday -n '__fish_seen_subcommand_from undo' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from undo' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from undo' -l stop-on-failure
complete -c firstday -n '__fish_seen_subcommand_from undo' -s y -l yes
complete -c firstday -n '__fish_seen_subcommand_from undo' -l dry-run
complete -c firstday -n '__fish_seen_subcommand_from undo' -l account -x
complete -c firstday -n '__fish_seen_subcommand_from history' -l output -x -a 'text json'
complete -c firstday -n '__fish_seen_subcommand_from history' -l json
complete -c firstday -n '__fish_seen_subcommand_from report' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from report' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from report' -l format -x -a 'md html json'
complete -c firstday -n '__fish_seen_subcommand_from report' -l out -r -F
complete -c firstday -n '__fish_seen_subcommand_from report' -l open
complete -c firstday -n '__fish_seen_subcommand_from report' -l json
complete -c firstday -n '__fish_seen_subcommand_from export' -a 'cloudformation'
complete -c firstday -n '__fish_seen_subcommand_from export' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from export' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from export' -l out -r -F
complete -c firstday -n '__fish_seen_subcommand_from export' -l part -x -a 'HOME OTHERS US_EAST_1'
complete -c firstday -n '__fish_seen_subcommand_from permissions' -a 'check apply'
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l step -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l except -x -a '(__firstday_words steps)'
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l as -x -a 'managed inline'
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l out -r -F
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l bucket -x
complete -c firstday -n '__fish_seen_subcommand_from permissions' -l recorder-role -x
complete -c firstday -n '__fish_seen_subcommand_from steps' -l output -x -a 'text json'
complete -c firstday -n '__fish_seen_subcommand_from steps' -l json
complete -c firstday -n '__fish_seen_subcommand_from explain' -a 'FD-AUTH-001 FD-AUTH-002 FD-AUTH-003 FD-DENY-001 FD-DENY-002 FD-DENY-003 FD-DENY-004 FD-DENY-005 FD-DENY-006 FD-DENY-007 FD-DENY-008 FD-DENY-009 FD-DENY-010 FD-NET-001 FD-NET-002 FD-NET-003 FD-NET-004 FD-NET-005 FD-NET-006 FD-NET-007 FD-AWS-001 FD-AWS-002 FD-AWS-003 FD-AWS-004 FD-AWS-005 FD-AWS-006 FD-PLAN-001 FD-PLAN-002 FD-PLAN-003 FD-STATE-001 FD-STATE-002 FD-BUG-001 root-mfa root-access-keys alternate-contacts security-questions contact-phone governing-law budget budget-report cost-anomaly trail monitoring health-events config-recorder config-rules guardduty account-alias password-policy admin-group user-mfa billing-access seal-root secrets service-logs backups deletion-protection s3-public-access-block ebs-encryption imdsv2 access-analyzer email home-region regions preset environment alternate-contacts.same-for-all alternate-contacts.name alternate-contacts.title alternate-contacts.email alternate-contacts.phone alternate-contacts.security.name alternate-contacts.security.title alternate-contacts.security.email alternate-contacts.security.phone alternate-contacts.operations.name alternate-contacts.operations.title alternate-contacts.operations.email alternate-contacts.operations.phone alternate-contacts.billing.name alternate-contacts.billing.title alternate-contacts.billing.email alternate-contacts.billing.phone contact-phone.number governing-law.wanted budget.kind budget.amount budget.currency budget.emails budget.actual budget.forecast cost-anomaly.emails cost-anomaly.absolute cost-anomaly.percent cost-anomaly.frequency trail.name trail.expire-days trail.log-retention-days trail.bucket-access-logging monitoring.emails monitoring.monitors monitoring.switch-role-errors-threshold health-events.emails health-events.language health-events.regions config-recorder.frequency config-recorder.regions config-recorder.expire-days config-rules.rules config-rules.regions guardduty.emails guardduty.regions guardduty.minimum-severity guardduty.plans account-alias.alias password-policy.length password-policy.reuse password-policy.mfa-used password-policy.expire-days admin-group.group admin-group.user user-mfa.deactivate secrets.regions service-logs.regions service-logs.retention-days backups.regions backups.retention-days backups.resources deletion-protection.regions deletion-protection.resources ebs-encryption.regions imdsv2.regions access-analyzer.regions'
complete -c firstday -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
