package dev.firstday.cli;

/** Runs the full-screen wizard. */
final class WizardRun {
  private final Composition composition;

  WizardRun(Composition composition) {
    this.composition = composition;
  }

  int run() {
    return 0;
  }
}
