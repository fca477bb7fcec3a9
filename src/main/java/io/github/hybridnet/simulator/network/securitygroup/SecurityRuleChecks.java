package io.github.hybridnet.simulator.network.securitygroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;

/** The service's checks of a security rule's description, priority, ports and prefixes. */
final class SecurityRuleChecks {
  private static final int LONGEST_DESCRIPTION = 140;
  private static final int HIGHEST_PRIORITY = 100;
  private static final int LOWEST_PRIORITY = 4096;
  private static final int LAST_PORT = 65535;

  private SecurityRuleChecks() {}

  /**
   * Checks one rule of a security group.
   *
   * @throws ArmException with the service's words for the first thing that is wrong
   */
  static void check(ArmId id, ObjectNode properties) {
    if (JsonMembers.textOr(properties, "description", "").length() > LONGEST_DESCRIPTION) {
      throw NetworkErrors.refused(
          "SecurityRuleDescriptionTooLong", "Security rule description cannot exceed 140 chars.");
    }
    checkPriority(JsonMembers.number(properties, "priority", 0));
    for (String side : List.of("source", "destination")) {
      values(properties, side + "PortRange").forEach(SecurityRuleChecks::checkPorts);
      values(properties, side + "AddressPrefix").forEach(prefix -> checkPrefix(id, prefix));
    }
  }

  private static List<String> values(ObjectNode properties, String name) {
    String single = JsonMembers.text(properties, name);
    String plural = name.endsWith("x") ? name + "es" : name + "s";
    return single == null ? JsonMembers.strings(properties, plural) : List.of(single);
  }

  private static void checkPriority(int priority) {
    if (priority < HIGHEST_PRIORITY || priority > LOWEST_PRIORITY) {
      throw NetworkErrors.refused(
          "SecurityRuleInvalidPriority",
          "Security rule has invalid Priority. Value provided: %d Allowed range 100-4096."
              .formatted(priority));
    }
  }

  private static void checkPorts(String range) {
    List<String> ends = List.of(range.split("-", 2));
    if (!range.equals("*") && !ends.stream().allMatch(SecurityRuleChecks::isPort)) {
      throw NetworkErrors.refused(
          "SecurityRuleInvalidPortRange",
          ("Security rule has invalid Port range. Value provided: %s. Value should be an integer OR"
                  + " integer range with '-' delimiter. Valid range 0-65535.")
              .formatted(range));
    }
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LAST_PORT;
  }

  /** A text with a slash must be a prefix; without one it may be a service tag. */
  private static void checkPrefix(ArmId id, String prefix) {
    if (prefix.contains("/") && AddressPrefix.parse(prefix).isEmpty()) {
      throw NetworkErrors.refused(
          "SecurityRuleInvalidAddressPrefix",
          "Security rule %s has invalid Address prefix. Value provided: %s".formatted(id, prefix));
    }
  }
}
