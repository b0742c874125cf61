package dev.firstday.engine.assess;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person said about the steps of an account, kept between runs. */
public interface Notes {
  /** Somebody's word that a step is done. */
  record Attestation(String by, Instant at) {}

  /** How the steps stood when somebody last looked. */
  record LastCheck(Instant at, Map<String, Verdict> verdicts) {}

  /** Words by step id. */
  Map<String, Attestation> attestations();

  /** Reasons for skipping, by step id. */
  Map<String, String> skips();

  /** Keeps or, if empty, takes back a word. */
  void attest(String step, Optional<Attestation> attestation);

  /** Keeps or, if empty, takes back a skip. */
  void skip(String step, Optional<String> reason);

  /** Steps that are wanted although the preset leaves them out. */
  Set<String> added();

  /** Keeps or takes back that a step is wanted whatever the preset says. */
  void add(String step, boolean wanted);

  /** What was typed for answers and could not be used, by the settings' full keys. */
  Map<String, String> drafts();

  /** Keeps the answers, and apart from them the drafts of some. */
  void saveAnswers(Map<String, String> answers, Map<String, String> drafts);

  /** How the steps stood at the end of an earlier run; empty for an account that is new to us. */
  Optional<LastCheck> seen();

  void saw(LastCheck seen);
}
