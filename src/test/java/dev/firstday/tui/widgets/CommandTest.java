package dev.firstday.tui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Dispatch;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Scene;
import dev.firstday.tui.Screens;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The registry that handlers, key bar and help share. */
class CommandTest {
  private static final Size SIZE = new Size(120, 35);

  private static List<CommandOption> offers(Driver wizard) {
    Model model = wizard.app.model();
    Stack stack = wizard.app.view().stack();
    return Commands.offers(stack, Screens.of(stack, model), model).options();
  }

  @Test
  void no_key_has_two_meanings() {
    List<Key> keys = Stream.of(Command.values()).flatMap(c -> c.keys().stream()).toList();
    assertEquals(new HashSet<>(keys).size(), keys.size());
    // Two keys for the two directions of one thing are one thing to learn.
    Set<Command> twins =
        Set.of(
            Command.UP,
            Command.PAGE_UP,
            Command.FIRST,
            Command.PREVIOUS,
            Command.CHECK_ALL,
            Command.COPY_PAGE,
            Command.UNDO,
            Command.LINK);
    int things = Command.values().length - twins.size();
    assertTrue(things <= 31, things + " are more than a person can learn");
  }

  @Test
  void no_key_is_one_that_terminals_or_browsers_take() {
    Set<Character> allowed = Set.of('c', 'z', 'l');
    Stream.of(Command.values())
        .flatMap(command -> command.keys().stream())
        .filter(key -> key.kind() == Key.Kind.CONTROL)
        .forEach(key -> assertTrue(allowed.contains((char) key.codePoint()), key.toString()));
  }

  /** In every state of the wizard: the texts are there, the keys work, nothing needs a letter. */
  @TestFactory
  Stream<DynamicTest> what_is_offered_is_explained_and_works() {
    return Scene.all().stream()
        .map(scene -> DynamicTest.dynamicTest(scene.name(), () -> check(scene)));
  }

  private static void check(Scene scene) {
    Driver wizard = scene.in(Language.EN, SIZE, Glyphs.UNICODE);
    assertFalse(wizard.text().contains("tui."), wizard.text());
    List<CommandOption> offers = offers(wizard);
    offers.forEach(CommandTest::explained);
    List<CommandOption> bar =
        KeyBar.of(offers, wizard.app.model().words(), SIZE.usable()).entries();
    bar.forEach(offer -> works(offer, wizard));
    assertTrue(
        wizard.top() instanceof StartState.Help
            || bar.stream().anyMatch(offer -> offer.command() == Command.HELP),
        "the key bar leads to the help, and the help to everything");
    assertTrue(leadsToTheBar(Key.TAB, wizard), "Tab leads to the key bar");
    assertTrue(leadsToTheBar(Key.BACK_TAB, wizard), "and back past the first field");
  }

  private static boolean leadsToTheBar(Key key, Driver wizard) {
    View view = View.of(wizard.app.view().stack());
    for (int presses = 0; presses < 40 && view.bar().isEmpty(); presses++) {
      view = Dispatch.press(key, view, wizard.app.model()).view();
    }
    return view.bar().isPresent();
  }

  private static void explained(CommandOption offer) {
    for (Language language : Language.values()) {
      Messages messages = Messages.in(language);
      assertTrue(messages.has("tui." + offer.text()), offer.text());
      assertTrue(
          messages.has("tui.help." + offer.command())
              || offer.command() == Command.OPEN
              || offer.command() == Command.INTERRUPT,
          offer.command().toString());
    }
  }

  /** A key that is shown does something: another screen, another state, an action, or a word. */
  private static void works(CommandOption offer, Driver wizard) {
    View view = View.of(wizard.app.view().stack());
    Key key = offer.command().key(offer.typing());
    assertNotEquals(
        new Dispatch.KeyReply(view, List.of(), Optional.empty()),
        Dispatch.press(key, view, wizard.app.model()),
        offer + " does nothing");
  }

  @Test
  void tab_walks_through_the_key_bar_and_enter_presses_a_key() {
    Driver wizard = new Small().driver().start().press(Key.TAB);
    assertTrue(wizard.status().contains("Enter presses it"));
    wizard.press(Key.RIGHT, Key.ENTER);
    assertTrue(wizard.top() instanceof StartState.AnswerForm, "plan, which needs an answer");
  }

  @Test
  void back_tab_begins_at_the_end_of_the_key_bar() {
    Driver wizard = new Small().driver().start().press(Key.BACK_TAB, Key.ENTER);
    assertTrue(wizard.app.ended().isPresent(), "the last key is q");
  }

  @Test
  void any_other_key_leaves_the_key_bar_and_works() {
    Driver wizard = new Small().driver().start().press(Key.TAB).type("?");
    assertTrue(wizard.top() instanceof StartState.Help);
  }
}
