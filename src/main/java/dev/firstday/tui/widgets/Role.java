package dev.firstday.tui.widgets;

import dev.firstday.engine.plan.Effect;

/**
 * What a piece of text means; {@link Theme} alone decides how that looks.
 *
 * <p>The letter stands for the role in the pictures that tests compare.
 */
public enum Role {
  TEXT('.'),
  TITLE('T'),
  KEY('K'),
  SELECTED('S'),
  DONE('D'),
  TODO('O'),
  ATTENTION('A'),
  ERROR('E'),
  PROGRESS('P'),
  CREATE('C'),
  CHANGE('H'),
  DELETE('X'),
  /** What must not be overlooked: the root user, the practice account. */
  ALERT('R'),
  /** A QR code: light on dark, whatever the person's colours are. */
  QR('Q'),
  /** What stands back: rules, and steps that are left out. */
  DIM('-');

  private final char letter;

  Role(char letter) {
    this.letter = letter;
  }

  /** The role of the sign of a change. */
  public static Role of(Effect effect) {
    return switch (effect) {
      case CREATE -> CREATE;
      case CHANGE -> CHANGE;
      case DELETE -> DELETE;
    };
  }

  public char letter() {
    return letter;
  }
}
