package io.github.hybridnet.lab;

import java.io.IOException;

/** Disables the circuit's private peering by plain requests, without the plugin. */
final class PlainLever {
  private final Site site;
  private final String peering;

  PlainLever(Site site) {
    this.site = site;
    this.peering =
        site.id("expressRouteCircuits/" + Declared.CIRCUIT + "/peerings/AzurePrivatePeering")
            + "?api-version=2025-03-01";
  }

  void pull() throws IOException {
    put("Enabled", "Disabled");
  }

  void undo() throws IOException {
    put("Disabled", "Enabled");
  }

  /** Whether the peering is disabled, by its definition. */
  boolean isPulled() throws IOException {
    return get().contains("\"state\":\"Disabled\"");
  }

  private String get() throws IOException {
    return site.tell("arm", "GET", peering).substring("200 ".length());
  }

  private void put(String from, String to) throws IOException {
    String now = get();
    String wanted = now.replace("\"state\":\"" + from + '"', "\"state\":\"" + to + '"');
    if (wanted.equals(now)) {
      throw new IllegalStateException("The peering is not " + from + ": " + now);
    }
    site.tell("arm", "PUT", peering, wanted);
  }
}
