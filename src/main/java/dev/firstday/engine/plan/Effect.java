package dev.firstday.engine.plan;

/** What a change does to the account, and the sign it has in a plan. */
public enum Effect {
  CREATE('+'),
  CHANGE('~'),
  DELETE('-');

  private final char sign;

  Effect(char sign) {
    this.sign = sign;
  }

  public char sign() {
    return sign;
  }
}
