package io.github.hybridnet.drill.api;

import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Azure is asked about from inside the network.
 *
 * @param machine the resource id of a virtual machine in the network
 * @param address an address on premises
 * @param port a port there; empty when only the next hop is asked for
 */
public record InsideTarget(String machine, String address, OptionalInt port) {
  private static final String VM = "hybridnet.failover.insideVm";
  private static final String TARGET = "hybridnet.failover.insideTarget";
  private static final String NAME = "[^/?#%\\s]+";
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/%1$s/resourceGroups/%1$s/providers/Microsoft\\.Compute/virtualMachines/%1$s"
              .formatted(NAME),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORT = Pattern.compile("%1$s/%1$s".formatted(NAME));
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final int MOST = 65_535;

  /**
   * Reads what the user wrote.
   *
   * @param vm the machine's id, or its resource group and name with a slash between, or null
   * @param target an address, with a port after a colon or without, or null
   * @param subscription the one of a machine that is no whole id
   * @return empty when neither is given
   * @throws UserException HN5055 with all that is wrong
   */
  public static Optional<InsideTarget> parse(
      @Nullable String vm, @Nullable String target, String subscription) {
    String machine = vm == null ? "" : vm.strip();
    String place = target == null ? "" : target.strip();
    if (machine.isEmpty() && place.isEmpty()) {
      return Optional.empty();
    }
    List<String> mistakes = new ArrayList<>();
    Optional<String> id = id(machine, subscription);
    if (id.isEmpty()) {
      mistakes.add(badMachine(machine));
    }
    if (!isPlace(place)) {
      mistakes.add(badPlace(place));
    }
    if (!mistakes.isEmpty()) {
      throw malformed(mistakes);
    }
    return id.map(each -> new InsideTarget(each, address(place), port(place)));
  }

  /** The name of the virtual machine, without its path. */
  public String name() {
    return ResourceIdParser.lastName(machine);
  }

  private static Optional<String> id(String machine, String subscription) {
    if (SHORT.matcher(machine).matches()) {
      String whole = machine.replace("/", "/providers/Microsoft.Compute/virtualMachines/");
      return Optional.of(ResourceKey.subscriptionPath(subscription) + "/resourceGroups/" + whole);
    }
    return Optional.of(machine).filter(each -> ID.matcher(each).matches());
  }

  private static boolean isPlace(String place) {
    if (!new HostAddress(address(place)).isIpv4()) {
      return false;
    }
    return place.indexOf(':') < 0
        || port(place).stream().anyMatch(port -> port > 0 && port <= MOST);
  }

  private static String address(String place) {
    int colon = place.indexOf(':');
    return colon < 0 ? place : place.substring(0, colon);
  }

  private static OptionalInt port(String place) {
    String port = place.substring(place.indexOf(':') + 1);
    return place.indexOf(':') >= 0 && PORT.matcher(port).matches()
        ? OptionalInt.of(Integer.parseInt(port))
        : OptionalInt.empty();
  }

  private static String badMachine(String machine) {
    return machine.isEmpty()
        ? TARGET + " is set, but " + VM + " is not"
        : VM
            + " is '"
            + machine
            + "', but must be the resource id of a virtual machine, or its resource group and"
            + " name as group/name";
  }

  private static String badPlace(String place) {
    return place.isEmpty()
        ? VM + " is set, but " + TARGET + " is not"
        : TARGET + " is '" + place + "', but must be an IPv4 address, or address:port";
  }

  private static UserException malformed(List<String> mistakes) {
    return UserException.refused(
        "HN5055",
        "The connection test from inside the virtual network cannot run: "
            + String.join("; ", mistakes)
            + ".",
        "set both parameters, such as -D"
            + VM
            + "=my-group/my-vm and -D"
            + TARGET
            + "=192.168.0.10:443, or neither of them. Nothing was changed");
  }
}
