package dev.firstday.tui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The screens that lie on top of each other; the last one is seen.
 *
 * @param screens never empty
 */
public record Stack(List<ScreenState> screens) {
  public Stack {
    screens = List.copyOf(screens);
  }

  public static Stack of(ScreenState only) {
    return new Stack(List.of(only));
  }

  public ScreenState top() {
    return screens.getLast();
  }

  /** Whether there is a screen to go back to. */
  boolean deep() {
    return screens.size() > 1;
  }

  public Stack open(ScreenState screen) {
    List<ScreenState> more = new ArrayList<>(screens);
    more.add(screen);
    return new Stack(more);
  }

  public Stack back() {
    return deep() ? new Stack(screens.subList(0, screens.size() - 1)) : this;
  }

  public Stack home() {
    return of(screens.getFirst());
  }

  public Stack top(ScreenState screen) {
    List<ScreenState> others = new ArrayList<>(screens.subList(0, screens.size() - 1));
    others.add(screen);
    return new Stack(others);
  }

  /** Without the screens of a kind; the first one stays. */
  @SuppressWarnings("ReferenceEquality") // Another screen may be like the first.
  public Stack without(Class<? extends ScreenState> kind) {
    return new Stack(
        screens.stream()
            .filter(screen -> screen == screens.getFirst() || !kind.isInstance(screen))
            .toList());
  }

  /** Changes every screen of a kind, whatever lies on top of it. */
  public <S extends ScreenState> Stack change(Class<S> kind, Function<S, ScreenState> change) {
    return new Stack(
        screens.stream()
            .map(screen -> kind.isInstance(screen) ? change.apply(kind.cast(screen)) : screen)
            .toList());
  }
}
