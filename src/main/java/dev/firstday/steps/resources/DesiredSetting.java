package dev.firstday.steps.resources;

import dev.firstday.aws.Query;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A thing of the account with a declared state. It is read, each rule becomes a finding, and if one
 * is broken the whole is put. The undo follows by itself: what was there is put back, or what was
 * not is deleted.
 */
public final class DesiredSetting<T> {
  private final Query<?> read;
  private final Assessment.Builder found;
  private final Optional<T> present;
  private boolean good;

  /** One that was read already; empty if it is not there. */
  public DesiredSetting(Query<?> read, Optional<T> present, Assessment.Builder found) {
    this.read = read;
    this.found = found;
    this.present = present;
    this.good = present.isPresent();
  }

  /**
   * Reads one that may not be there.
   *
   * @param absent the error code with which AWS says so
   * @param part what of the answer it is
   */
  public static <R extends AwsResponse, T> DesiredSetting<T> find(
      Query<R> read, String absent, Function<R, T> part, Assessment.Builder found)
      throws CallFailed {
    return new DesiredSetting<>(read, read.find(absent).map(part), found);
  }

  /** It as it was read. */
  public Optional<T> present() {
    return present;
  }

  /** Whether it is there and no rule is broken. */
  public boolean good() {
    return good;
  }

  /** The finding where it is not there. */
  public DesiredSetting<T> orMissing(Note none) {
    if (present.isEmpty()) {
      found.missing(none);
    }
    return this;
  }

  /** States a fact of it, which does not hold where it is not there. */
  public DesiredSetting<T> fact(String code, Predicate<T> holds) {
    found.fact(code, present.filter(holds).isPresent());
    return this;
  }

  /** Finds whether a rule is kept, where it is there. */
  public DesiredSetting<T> rule(Predicate<T> holds, Note ok, Note missing) {
    present.ifPresent(
        there -> {
          boolean kept = holds.test(there);
          found.check(kept, ok, missing);
          good &= kept;
        });
    return this;
  }

  /**
   * A rule whose finding is its code, with {@code -wrong} where it is broken.
   *
   * @param values the values of the finding
   */
  @SafeVarargs
  public final DesiredSetting<T> rule(String code, Predicate<T> holds, Function<T, ?>... values) {
    present.ifPresent(
        there -> {
          Object[] all = new Object[values.length];
          Arrays.setAll(all, i -> values[i].apply(there));
          rule(holds, Note.of(code, all), Note.of(code + "-wrong", all));
        });
    return this;
  }

  /** A rule that only some answers ask for. */
  @SafeVarargs
  public final DesiredSetting<T> ruleIf(
      boolean wanted, String code, Predicate<T> holds, Function<T, ?>... values) {
    return wanted ? rule(code, holds, values) : this;
  }

  /**
   * Plans that it is put where it is not good.
   *
   * @param id the change's id
   * @param wanted the whole as it has to be
   * @param put the request that puts it
   * @param fields paths of the read's answer that the change decides
   */
  public void otherwise(
      String id, T wanted, Function<T, AwsRequest.Builder> put, Note why, String... fields) {
    if (!good) {
      found.change(
          read.change(id, put.apply(wanted)).verifiedBy(read, fields).put(why, present.map(put)));
    }
  }
}
