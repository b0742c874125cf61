package dev.firstday.practice.model;

import java.util.Optional;

/** A virtual MFA device; its seed lives as long as the process. */
public final class VirtualDevice {
  public final String serial;
  public final byte[] seed;

  /** Who has it enabled. */
  public Optional<String> owner = Optional.empty();

  public VirtualDevice(String serial, byte[] seed) {
    this.serial = serial;
    this.seed = seed;
  }
}
