package dev.firstday.steps;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * What CloudWatch Logs makes of a JSON filter pattern, as far as ours need it: moto has no
 * evaluator of these. {@code &&} binds tighter than {@code ||}, and {@code !=} holds where the
 * field is missing.
 */
public final class FilterPattern {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(&&|\\|\\||[(){}]|\\$(?:\\.\\w+)+|NOT EXISTS|!=|=|\"[^\"]*\"|[\\w.*-]+)\\s*");

  private final Matcher tokens;
  private String token;

  private FilterPattern(String pattern) {
    tokens = TOKEN.matcher(pattern);
    next();
  }

  public static Predicate<JsonNode> of(String pattern) {
    FilterPattern parser = new FilterPattern(pattern);
    parser.take("{");
    Predicate<JsonNode> or = parser.or();
    parser.take("}");
    return or;
  }

  private void next() {
    int end = token == null ? 0 : tokens.end();
    token = tokens.find(end) && tokens.start() == end ? tokens.group(1) : "";
  }

  private String take() {
    String taken = token;
    next();
    return taken;
  }

  private void take(String wanted) {
    if (!take().equals(wanted)) {
      throw new IllegalArgumentException("expected " + wanted);
    }
  }

  private Predicate<JsonNode> or() {
    Predicate<JsonNode> all = and();
    while (token.equals("||")) {
      next();
      all = all.or(and());
    }
    return all;
  }

  private Predicate<JsonNode> and() {
    Predicate<JsonNode> all = term();
    while (token.equals("&&")) {
      next();
      all = all.and(term());
    }
    return all;
  }

  private Predicate<JsonNode> term() {
    if (token.equals("(")) {
      next();
      Predicate<JsonNode> inner = or();
      take(")");
      return inner;
    }
    String field = take().substring(2);
    String operator = take();
    if (operator.equals("NOT EXISTS")) {
      return event -> at(event, field).isEmpty();
    }
    String value = take().replace("\"", "");
    String regex = Pattern.quote(value).replace("*", "\\E.*\\Q");
    Predicate<JsonNode> equal =
        event -> at(event, field).filter(text -> text.matches(regex)).isPresent();
    return operator.equals("=") ? equal : equal.negate();
  }

  private static Optional<String> at(JsonNode event, String path) {
    Optional<JsonNode> node = Optional.of(event);
    for (String name : path.split("\\.")) {
      node = node.filter(JsonNode::isObject).map(object -> object.asObject().get(name));
    }
    return node.filter(JsonNode::isString).map(JsonNode::asString);
  }
}
