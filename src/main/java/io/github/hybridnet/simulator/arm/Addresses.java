package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.Addressed.Kind;
import io.github.hybridnet.simulator.arm.Addressed.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads paths. Unlike the endpoints it refuses nothing. */
final class Addresses {
  static final String GROUPS = "Microsoft.Resources/resourceGroups";

  private static final Addressed OTHER = Addressed.of(Kind.OTHER, Resource.NONE);

  private final Registrations types;
  private final List<String> path;
  private final Function<String, Optional<RunningOperation>> operations;

  private Addresses(
      Registrations types,
      List<String> path,
      Function<String, Optional<RunningOperation>> operations) {
    this.types = types;
    this.path = path;
    this.operations = operations;
  }

  static Addressed read(
      Registrations types,
      List<String> path,
      Function<String, Optional<RunningOperation>> operations) {
    return new Addresses(types, path, operations).read();
  }

  private Addressed read() {
    if (path.size() < 3 || !is(0, "subscriptions")) {
      return OTHER;
    }
    return switch (path.get(2).toLowerCase(Locale.ROOT)) {
      case "operationresults" -> path.size() == 4 ? poll(path.get(3)) : OTHER;
      case "resourcegroups" -> inGroups();
      case "providers" -> inSubscription();
      default -> OTHER;
    };
  }

  private Addressed inSubscription() {
    boolean operation = is(6, "operations") || is(6, "operationResults");
    if (path.size() == 8 && is(4, "locations") && operation) {
      return poll(path.get(7));
    }
    return path.size() == 5
        ? Addressed.of(Kind.LIST, new Resource(type(path.get(3), path.get(4)), List.of(), ""))
        : OTHER;
  }

  private Addressed inGroups() {
    if (path.size() == 3) {
      return Addressed.of(Kind.LIST, new Resource(GROUPS, List.of(), ""));
    }
    ArmId group = ArmId.group(path.get(1), path.get(3));
    if (path.size() == 4) {
      return Addressed.of(Kind.RESOURCE, Resource.of(group));
    }
    if (!is(4, "providers") || path.size() < 7) {
      return Addressed.of(Kind.OTHER, new Resource("", List.of(), path.get(3)));
    }
    return inProvider(group, path.subList(5, path.size()));
  }

  private Addressed inProvider(ArmId group, List<String> rest) {
    Target target;
    try {
      target = Target.read(types, group, rest, "");
    } catch (ArmException e) {
      List<String> names = rest.size() > 2 ? List.of(rest.get(2)) : List.of();
      String type = rest.get(0) + "/" + rest.get(1);
      return Addressed.of(Kind.OTHER, new Resource(type, names, group.resourceGroup()));
    }
    ArmId id = target.id();
    Kind kind =
        target.collection() ? Kind.LIST : target.rest().isEmpty() ? Kind.RESOURCE : Kind.ACTION;
    List<String> names = id.isResource() ? id.names() : List.of();
    Resource resource = new Resource(target.type().name().toString(), names, group.resourceGroup());
    return new Addressed(kind, resource, String.join("/", target.rest()), null);
  }

  private Addressed poll(String operation) {
    return operations
        .apply(operation)
        .map(found -> new Addressed(Kind.POLL, Resource.of(found.id()), "", found))
        .orElseGet(() -> Addressed.of(Kind.POLL, Resource.NONE));
  }

  private String type(String namespace, String word) {
    TypeName asked = new TypeName(namespace, List.of(word));
    return types.find(asked).map(ResourceType::name).orElse(asked).toString();
  }

  private boolean is(int place, String word) {
    return place < path.size() && path.get(place).equalsIgnoreCase(word);
  }
}
