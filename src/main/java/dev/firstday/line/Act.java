package dev.firstday.line;

/** Everything that can be chosen, by its meaning: what a test compares with the full screen. */
enum Act {
  OPEN,
  PLAN,
  LIST,
  FIND,
  CHECK,
  CHECK_ALL,
  EDIT,
  PRESET,
  BY_HAND,
  BROWSER,
  ATTEST,
  SCRIPT,
  JSON,
  SAVE,
  REPORT,
  HISTORY,
  UNDO,
  SKIP,
  NEXT,
  PREVIOUS,
  PICK,
  APPLY,
  LANGUAGE,
  MASK,
  MODE,
  SIGN_IN,
  GO_ON,
  BACK,
  QUIT
}
