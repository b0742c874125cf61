package dev.firstday.tui.model;

/**
 * What a screen needs beyond the {@link Model}: where one is, and what is being typed. One record
 * for each screen.
 */
public sealed interface ScreenState permits StartState, StepState, PlanState, PromptState {}
