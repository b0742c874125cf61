package dev.firstday.tui.screens.plan;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.TextPage;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import java.util.List;
import java.util.Optional;

/** What is opened from a plan: a change, something that an undo keeps, the plan as a script. */
public final class DetailPages {
  private DetailPages() {}

  /** One change of a plan, in full. */
  public static Screen change(PlanState.ChangeDetail state, Model model) {
    Plan.Planned change = state.change();
    Scroll text =
        model.scroll(new ChangeDetails(change, model, model.columns()).lines(), state.scroll());
    String request = model.session().printer().json(change.change().request());
    return new TextPage(
        model.say("tui.place.change"),
        Labels.notYet(List.of(change), model),
        Optional.of(Line.of(" " + model.say("tui.status.change"))),
        text,
        new Offers()
            .scroll(text, first -> new PlanState.ChangeDetail(change, first))
            .add(Command.COPY, "COPY.request", new Action.Copy(request)),
        model);
  }

  /** Something that an undo leaves as it is, in full: what it is, and why. */
  public static Screen kept(PlanState.KeptDetail state, Model model) {
    UndoPlan.Kept kept = state.kept();
    Optional<String> removal = kept.removal();
    Note why = removal.isEmpty() ? kept.why() : Note.of(kept.why().code(), "");
    Document document = new Document(model.columns());
    document.text(Labels.change(kept.change(), kept.steps(), model), Role.TITLE).blank();
    document.text(model.words().kept(why, model.session().catalog()).strip());
    removal.ifPresent(command -> document.blank().verbatim(command));
    Scroll text = model.scroll(document.lines(), state.scroll());
    Offers offers = new Offers().scroll(text, first -> new PlanState.KeptDetail(kept, first));
    removal.ifPresent(
        command -> offers.add(Command.COPY, "COPY.command", new Action.Copy(command)));
    return new TextPage(
        model.say("tui.place.kept"),
        Line.of(model.say("tui.undo.not-yet"), Role.TITLE),
        Optional.empty(),
        text,
        offers,
        model);
  }

  /** A plan as AWS CLI commands, or as JSON: from the first column, so that it can be copied. */
  public static Screen script(PlanState.ScriptView state, Model model) {
    Plan plan = state.plan();
    boolean json = state.json();
    String script = model.session().script(plan, json, model.words());
    Scroll text =
        model.scroll(new Document(model.columns()).verbatim(script).lines(), state.scroll());
    return new TextPage(
        model.say(json ? "tui.place.json" : "tui.place.script"),
        Labels.notYet(plan.changes(), model),
        Optional.of(Line.of(" " + model.say("tui.status.script"))),
        text,
        new Offers()
            .scroll(text, first -> new PlanState.ScriptView(plan, json, first))
            .add(
                Command.SCRIPT,
                json ? "SCRIPT.SCRIPT" : "SCRIPT.JSON",
                () -> Update.become(new PlanState.ScriptView(plan, !json, 0)))
            .add(Command.COPY, "COPY", new Action.Copy(script)),
        model);
  }
}
