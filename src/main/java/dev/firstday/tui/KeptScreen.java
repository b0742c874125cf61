package dev.firstday.tui;

import dev.firstday.catalog.Note;
import dev.firstday.engine.undo.UndoPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that an undo leaves as it is, in full: what it is, and why. */
record KeptScreen(ScreenState.KeptDetail state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.kept");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("undo.not-yet"), Role.TITLE);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    UndoPlan.Kept kept = state.kept();
    Document document = new Document(model.columns());
    document.text(Places.change(kept.change(), kept.steps(), model), Role.TITLE).blank();
    Optional<String> removal = removal(kept);
    Note why = removal.isEmpty() ? kept.why() : Note.of(kept.why().code(), "");
    document.text(model.words().kept(why, model.session().catalog()).strip());
    removal.ifPresent(command -> document.blank().verbatim(command));
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  /** The command that removes what is kept for the data in it. */
  static Optional<String> removal(UndoPlan.Kept kept) {
    return Optional.of(kept.why())
        .filter(why -> why.code().equals(UndoPlan.DATA))
        .map(why -> why.values().getFirst());
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>(scroll().offers());
    removal(state.kept()).ifPresent(command -> offers.add(Offer.as(Command.COPY, "COPY.command")));
    return offers;
  }

  @Override
  public Move run(Command command) {
    if (command == Command.COPY) {
      return Move.act(new Action.Copy(removal(state.kept()).orElse("")));
    }
    return scroll().after(command).stream()
        .mapToObj(first -> Move.become(new ScreenState.KeptDetail(state.kept(), first)))
        .findFirst()
        .orElse(Move.none());
  }
}
