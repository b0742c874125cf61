package dev.firstday.tui;

import java.util.List;

/**
 * How the wizard ended.
 *
 * @param exitCode 0, 5 where nobody could sign in, or 130 after Ctrl+C
 * @param summary what to print on the normal screen: what was changed, what is open, how to go on;
 *     at most 12 lines
 */
public record WizardResult(int exitCode, List<String> summary) {}
