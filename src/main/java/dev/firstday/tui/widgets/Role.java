package dev.firstday.tui.widgets;

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
  /** What must not be overlooked: the root user, the practice account. */
  ALERT('R'),
  /** A QR code: light on dark, whatever the person's colours are. */
  QR('Q'),
  /** Rules; nothing that carries information. */
  DIM('-');

  private final char letter;

  Role(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }
}
