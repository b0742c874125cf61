package dev.firstday.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code wizard-steps.yaml} says of one step.
 *
 * @param id stable name, also its name in the answers file
 * @param group the id of the group it is listed under
 * @param by who does it
 * @param attested whether only a person can say that it is done, because no API shows it
 * @param why why it matters, in two sentences
 * @param byHand how a person does it, one line each
 * @param minutes how long it takes a person
 * @param console the console page, where there is one
 * @param settings what can be chosen
 * @param prices what it may cost; empty if it costs nothing
 * @param controls the conditions of the controls that it contributes to, by the name of their list
 *     and their id
 * @param after steps that an apply does before this one
 * @param last whether it comes at the end of an apply
 * @param facts what controls may rest on: the text of each fact, by code
 * @param findings texts of what an assessment may find, by code
 * @param changes texts of what it may write, by code
 */
public record StepEntry(
    String id,
    String group,
    Actor by,
    boolean attested,
    Text title,
    Text why,
    List<Text> byHand,
    int minutes,
    Optional<String> console,
    String docs,
    List<Setting> settings,
    List<Price> prices,
    Map<String, Map<String, Control>> controls,
    List<String> after,
    boolean last,
    Map<String, Text> facts,
    Map<String, Text> findings,
    Map<String, Text> changes) {

  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }
}
