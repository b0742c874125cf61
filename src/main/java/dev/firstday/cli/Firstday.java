package dev.firstday.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The root command: the wizard. */
@CommandLine.Command(
    name = "firstday",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      CheckCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      PermissionsCommand.class,
      StepsCommand.class,
      DoctorCommand.class
    })
final class Firstday implements Callable<Integer> {
  @Mixin private Options options = new Options();

  private final Surroundings world;

  Firstday(Surroundings world) {
    this.world = world;
  }

  Composition composition() {
    return new Composition(options, world);
  }

  @Override
  public Integer call() {
    return new WizardRun(composition()).run();
  }
}
