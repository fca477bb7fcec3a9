package io.github.hybridnet.model;

import java.util.Locale;

/**
 * An Azure region by its normalised name, {@code westus2} for "West US 2". Regions are data of the
 * service, not a list here.
 *
 * @param name lower case, without blanks
 */
public record Region(String name) {

  /** Normalises as the service does. */
  public Region {
    name = name.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
