package io.github.hybridnet.replay.script;

/** Whether a recorded request is sent again; decided by the cassette alone. */
public enum StepClass {
  /** Sent as recorded, and scored. */
  SCORED("scored"),
  /** A question about a running operation; the simulator's own addresses are followed instead. */
  POLL("polls"),
  /** Needs a resource that the cassette never creates, or one that depends on such a resource. */
  UNSEEDED("needs what the cassette does not create"),
  /** About another resource type than those of this plugin, or tied to one. */
  SCOPE("other resource types"),
  /** Throttling, trouble of the service, or a state of the subscription. */
  ENVIRONMENT("state of the service or the subscription"),
  /** The continuation of a list. */
  PAGE("further pages of lists");

  private final String words;

  StepClass(String words) {
    this.words = words;
  }

  /** What it is, in a few words. */
  public String words() {
    return words;
  }
}
