package dev.firstday.engine;

import dev.firstday.engine.plan.PermissionReport;
import java.util.ArrayList;
import java.util.List;

/** Says whether a plan is allowed, and what would help where it is not. */
record PermissionSentence(Texts texts) {
  private static final int SOME = 4;

  String of(PermissionReport rights) {
    if (rights.allowed().isEmpty() && !rights.lacking()) {
      return rights.why().map(why -> texts.say(why.code(), why.values().toArray())).orElse("");
    }
    List<String> sentences = new ArrayList<>();
    if (!rights.lacking()) {
      sentences.add(
          rights.untested().isEmpty()
              ? texts.say("rights.allowed", rights.all())
              : texts.say("rights.some", rights.allowed().size(), rights.all()));
    }
    if (!rights.denied().isEmpty()) {
      sentences.add(texts.say("rights.denied", some(rights.denied())));
    }
    if (!rights.forbidden().isEmpty()) {
      sentences.add(texts.say("rights.forbidden", some(rights.forbidden())));
    }
    return String.join("; ", sentences);
  }

  private String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SOME, names.size())));
    return names.size() > SOME ? texts.say("rights.more", first, names.size() - SOME) : first;
  }
}
