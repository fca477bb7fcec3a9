package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** The form of a device's DNS name. */
public final class DeviceDnsNameRule extends ValidationRule {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  public DeviceDnsNameRule() {
    super("HN2025", "The on-premises device's fqdn is a DNS name.", "RFC 1123, section 2.1");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.devices().stream().flatMap(device -> check(device).stream()).toList();
  }

  private List<Finding> check(LocalNetworkGateway device) {
    String name = device.fqdn();
    if (name == null || isDnsName(name)) {
      return List.of();
    }
    return List.of(
        error(
            "The fqdn '%s' of local network gateway '%s' is not a DNS name."
                .formatted(name, device.name()),
            device.origin().at("fqdn"),
            "Write a fully qualified name, such as vpn.example.com."));
  }

  private static boolean isDnsName(String name) {
    List<String> labels = List.of(name.split("\\.", -1));
    boolean number = labels.get(labels.size() - 1).chars().allMatch(Character::isDigit);
    return name.length() <= LONGEST
        && labels.size() > 1
        && !number
        && labels.stream().allMatch(DeviceDnsNameRule::isLabel);
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= LONGEST_LABEL
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
  }
}
