package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition.SubCall;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.id.PathPattern;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Resource providers: what they offer, their operations, their lists for a whole subscription. */
final class ProviderEndpoint {
  private static final String NEWEST = "2025-05-01";

  private final Transaction world;
  private final ArmCall call;
  private final Optional<String> subscription;

  ProviderEndpoint(Transaction world, ArmCall call, Optional<String> subscription) {
    this.world = world;
    this.call = call;
    this.subscription = subscription;
  }

  /** Serves the requests below {@code …/providers/{path}}. */
  ServerResponse serve(List<String> path) {
    if (path.isEmpty()) {
      return all();
    }
    String namespace =
        known().stream()
            .filter(name -> name.equalsIgnoreCase(path.get(0)))
            .findFirst()
            .orElseThrow(() -> ArmErrors.invalidResourceNamespace(path.get(0)));
    if (path.size() == 1) {
      return read(provider(namespace));
    }
    if (subscription.isEmpty()) {
      throw call.unknown();
    }
    return path.size() == 5 && path.get(1).equalsIgnoreCase("locations")
        ? operation(path)
        : other(namespace, path);
  }

  private ServerResponse operation(List<String> path) {
    OperationStatusEndpoint operations = new OperationStatusEndpoint(world, call);
    return switch (path.get(3).toLowerCase(Locale.ROOT)) {
      case "operations" -> operations.status(path.get(4));
      case "operationresults" -> operations.result(path.get(4), path.get(2));
      default -> other(path.get(0), path);
    };
  }

  private ServerResponse other(String namespace, List<String> path) {
    boolean registration = path.size() == 2 && path.get(1).matches("(?i)(un)?register");
    if (registration && call.method().equals("POST")) {
      return ServerResponse.json(200, provider(namespace));
    }
    List<String> whole = new ArrayList<>(List.of("providers"));
    whole.addAll(path);
    for (SubCall candidate : world.types().subscriptionCalls()) {
      Optional<Map<String, String>> variables = PathPattern.match(candidate.path(), whole);
      if (variables.isPresent() && candidate.method().equals(call.method())) {
        return subscriptionCall(candidate, variables.get());
      }
    }
    TypeName asked = new TypeName(namespace, path.subList(1, path.size()));
    ResourceTypeDefinition type =
        world
            .types()
            .find(asked)
            .filter(found -> found.name().types().size() == 1 && found.subscriptionList())
            .orElseThrow(() -> ArmErrors.invalidResourceType(asked, call.apiVersion()));
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return new ResourceListEndpoint(world, call).list(type);
  }

  private ServerResponse subscriptionCall(SubCall found, Map<String, String> variables) {
    ArmId id = ArmId.subscription(subscription.orElseThrow());
    ResourceRequest request = new ResourceRequest(world, id, call.toCall(), null, variables);
    OperationAnswer operationAnswer = found.operation().accept(request);
    if (operationAnswer.work() != null) {
      throw new IllegalStateException(found.path() + " cannot take time: it has no resource");
    }
    return ServerResponse.of(operationAnswer.status(), operationAnswer.body());
  }

  private List<String> known() {
    List<String> names = new ArrayList<>(world.types().namespaces());
    names.add(TypeName.RESOURCES_NAMESPACE);
    return names;
  }

  private ServerResponse all() {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    known().forEach(namespace -> value.add(provider(namespace)));
    return read(body);
  }

  private ServerResponse read(ObjectNode body) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return ServerResponse.json(200, body);
  }

  private ObjectNode provider(String namespace) {
    ObjectNode body = JsonCodec.object();
    body.put(
        "id",
        subscription.map(id -> "/subscriptions/" + id).orElse("") + "/providers/" + namespace);
    body.put("namespace", namespace);
    ProviderFacts.of(namespace)
        .ifPresentOrElse(facts -> facts.describe(body), () -> describe(namespace, body));
    return new ApiVersionLimit(world).applied(body);
  }

  /** A provider of which only its registered types are known. */
  private void describe(String namespace, ObjectNode body) {
    ArrayNode types = body.putArray("resourceTypes");
    world.types().in(namespace).forEach(type -> type(types, type.name().path()));
    body.put("registrationState", "Registered").put("registrationPolicy", "RegistrationRequired");
  }

  private static void type(ArrayNode types, String path) {
    ObjectNode type = types.addObject().put("resourceType", path);
    ArrayNode locations = type.putArray("locations");
    AzureLocations.all().forEach(location -> locations.add(location.displayName()));
    ArrayNode versions = type.putArray("apiVersions");
    versions.add(NEWEST);
    type.put("capabilities", "SupportsTags, SupportsLocation");
  }
}
