package io.github.hybridnet.arm;

import io.github.hybridnet.text.ListText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How resources that nobody declared are named in a sentence. */
public final class ResourceIdText {
  private static final int MOST = 5;
  private static final String PROVIDERS = "/providers/";

  private final ResourceKey near;

  /**
   * Names resources as seen from another one.
   *
   * @param near the resource in whose group the group of others need not be named
   */
  public ResourceIdText(ResourceKey near) {
    this.near = near;
  }

  /** All of them, or some and how many more there are. */
  public String all(Collection<String> ids) {
    List<String> names = ids.stream().map(this::one).distinct().sorted().toList();
    return first(names);
  }

  /** The first five names, and how many more there are. */
  public static String first(Collection<String> names) {
    return ListText.first(names, MOST);
  }

  /**
   * As in {@code connection 'their-cn' in resource group 'their-rg'}; what is no id stays as it is.
   */
  public String one(String id) {
    String[] parts = id.split("/");
    int providers = id.toLowerCase(Locale.ROOT).indexOf(PROVIDERS);
    if (providers < 0 || parts.length < 9) {
      return id;
    }
    String name = inside(parts) + label(parts) + " '" + parts[8] + "'";
    if (!parts[2].equalsIgnoreCase(near.subscriptionId())) {
      return name + " in resource group '" + parts[4] + "' of subscription '" + parts[2] + "'";
    }
    return parts[4].equalsIgnoreCase(near.resourceGroup())
        ? name
        : name + " in resource group '" + parts[4] + "'";
  }

  private static String inside(String[] parts) {
    return parts.length == 11 && parts[9].equalsIgnoreCase("subnets")
        ? "subnet '" + parts[10] + "' of "
        : "";
  }

  private static String label(String[] parts) {
    String type = parts[6] + "/" + parts[7];
    return Arrays.stream(ResourceType.values())
        .filter(t -> t.armName().equalsIgnoreCase(type))
        .map(ResourceType::label)
        .findFirst()
        .orElse(type);
  }

  /** The id of the resource that this is, or is inside of; empty for what is no id. */
  public static Optional<String> rootOf(String id) {
    String[] parts = id.split("/");
    return parts.length < 9
        ? Optional.empty()
        : Optional.of(String.join("/", Arrays.copyOf(parts, 9)));
  }
}
