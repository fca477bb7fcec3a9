package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.engine.RequestSubject.Kind;
import io.github.hybridnet.simulator.arm.engine.RequestSubject.Resource;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a path is about. Unlike the endpoints it refuses nothing. */
final class RequestPathReader {

  private static final RequestSubject OTHER = RequestSubject.of(Kind.OTHER, Resource.NONE);

  private final ModuleRegistrations types;
  private final List<String> path;
  private final Function<String, Optional<RunningOperation>> operations;

  private RequestPathReader(
      ModuleRegistrations types,
      List<String> path,
      Function<String, Optional<RunningOperation>> operations) {
    this.types = types;
    this.path = path;
    this.operations = operations;
  }

  static RequestSubject read(
      ModuleRegistrations types,
      List<String> path,
      Function<String, Optional<RunningOperation>> operations) {
    return new RequestPathReader(types, path, operations).read();
  }

  private RequestSubject read() {
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

  private RequestSubject inSubscription() {
    boolean operation = is(6, "operations") || is(6, "operationResults");
    if (path.size() == 8 && is(4, "locations") && operation) {
      return poll(path.get(7));
    }
    return path.size() == 5
        ? RequestSubject.of(Kind.LIST, new Resource(type(path.get(3), path.get(4)), List.of(), ""))
        : OTHER;
  }

  private RequestSubject inGroups() {
    if (path.size() == 3) {
      return RequestSubject.of(Kind.LIST, new Resource(TypeName.RESOURCE_GROUPS, List.of(), ""));
    }
    ArmId group = ArmId.group(path.get(1), path.get(3));
    if (path.size() == 4) {
      return RequestSubject.of(Kind.RESOURCE, Resource.of(group));
    }
    if (!is(4, "providers") || path.size() < 7) {
      return RequestSubject.of(Kind.OTHER, new Resource("", List.of(), path.get(3)));
    }
    return inProvider(group, path.subList(5, path.size()));
  }

  private RequestSubject inProvider(ArmId group, List<String> rest) {
    ResourcePath resourcePath;
    try {
      resourcePath = ResourcePath.read(types, group, rest, "");
    } catch (ArmException e) {
      List<String> names = rest.size() > 2 ? List.of(rest.get(2)) : List.of();
      String type = rest.get(0) + "/" + rest.get(1);
      return RequestSubject.of(Kind.OTHER, new Resource(type, names, group.resourceGroup()));
    }
    ArmId id = resourcePath.id();
    Kind kind =
        resourcePath.collection()
            ? Kind.LIST
            : resourcePath.rest().isEmpty() ? Kind.RESOURCE : Kind.ACTION;
    List<String> names = id.isResource() ? id.names() : List.of();
    Resource resource =
        new Resource(resourcePath.type().name().toString(), names, group.resourceGroup());
    return new RequestSubject(kind, resource, String.join("/", resourcePath.rest()), null);
  }

  private RequestSubject poll(String operation) {
    return operations
        .apply(operation)
        .map(found -> new RequestSubject(Kind.POLL, Resource.of(found.id()), "", found))
        .orElseGet(() -> RequestSubject.of(Kind.POLL, Resource.NONE));
  }

  private String type(String namespace, String word) {
    TypeName asked = new TypeName(namespace, List.of(word));
    return types.find(asked).map(ResourceTypeDefinition::name).orElse(asked).toString();
  }

  private boolean is(int place, String word) {
    return place < path.size() && path.get(place).equalsIgnoreCase(word);
  }
}
