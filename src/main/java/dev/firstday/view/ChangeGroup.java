package dev.firstday.view;

import dev.firstday.engine.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Changes in a row that are the same but for their Region, said in one sentence with all of the
 * Regions: who listens can't skim.
 *
 * @param first the number of the first of them, from 1
 * @param last the number of the last
 */
public record ChangeGroup(int first, int last, String text) {
  /** Stands for the Region while sentences are compared. */
  static final String REGION = "\u0000";

  /**
   * Puts together what is alike.
   *
   * @param text the whole sentence about one of them
   */
  public static <T> List<ChangeGroup> of(
      List<T> all, Function<T, Change> change, Function<T, String> text) {
    List<ChangeGroup> alike = new ArrayList<>();
    for (int i = 0, next; i < all.size(); i = next) {
      String said = anywhere(all.get(i), change, text);
      List<String> regions = new ArrayList<>();
      for (next = i; next < all.size() && anywhere(all.get(next), change, text).equals(said); ) {
        regions.add(change.apply(all.get(next++)).region());
        if (!said.contains(REGION)) {
          break;
        }
      }
      alike.add(new ChangeGroup(i + 1, next, said.replace(REGION, String.join(", ", regions))));
    }
    return alike;
  }

  private static <T> String anywhere(T one, Function<T, Change> change, Function<T, String> text) {
    return anywhere(text.apply(one), change.apply(one).region());
  }

  /** A sentence with {@link #REGION} in the place of its Region. */
  static String anywhere(String sentence, String region) {
    return sentence.replaceAll("(?<![\\w-])" + Pattern.quote(region) + "(?![\\w-])", REGION);
  }
}
