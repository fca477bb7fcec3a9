package io.github.hybridnet.app.destroy;

/** The lines that {@code destroy} shows. */
final class DestroyMessages {
  private DestroyMessages() {}

  static String nothing(String group) {
    return "Nothing to remove: resource group '"
        + group
        + "' contains no resource of this network.";
  }

  static String preview(String group) {
    return "Preview: nothing was changed. To remove what is listed above, add -Dhybridnet.confirm="
        + group
        + " to this command.";
  }

  static String removedAll(int count, boolean isBilled) {
    return "Removed all resources of this network ("
        + count
        + (isBilled ? "). Nothing of it is billed any longer." : ").");
  }

  /** Before the list of what remains. */
  static String removed(int count) {
    return "Removed: " + count + ". Remaining:";
  }
}
