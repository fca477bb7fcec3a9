package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The admin calls on resources that the modules have registered. */
public final class ModuleAdminCalls {

  private final SimulationEngine simulationEngine;

  public ModuleAdminCalls(SimulationEngine simulationEngine) {
    this.simulationEngine = simulationEngine;
  }

  /**
   * Serves {@code {collection}/{name}/{verb}}; empty if no such call is registered.
   *
   * @param method the HTTP method
   * @param path the segments after {@code _simulator}
   * @param query {@code resourceGroup} picks one of several resources of the same name
   * @param body the JSON body, if there is one
   */
  public Optional<ServerResponse> serve(
      String method, List<String> path, Map<String, String> query, @Nullable JsonNode body) {
    Optional<ModuleRegistry.WorldCall> general =
        simulationEngine.registrations().worldCalls().stream()
            .filter(call -> call.method().equals(method))
            .filter(call -> call.path().equals(String.join("/", path)))
            .findFirst();
    if (general.isPresent()) {
      return Optional.of(run(general.get(), body == null ? JsonCodec.object() : body));
    }
    return simulationEngine.registrations().adminCalls().stream()
        .filter(call -> call.method().equals(method) && path.size() == 3)
        .filter(call -> call.collection().equals(path.get(0)) && call.verb().equals(path.get(2)))
        .findFirst()
        .map(call -> run(call, path.get(1), ResourceRequest.Call.internal(method, query, body)));
  }

  private ServerResponse run(ModuleRegistry.WorldCall call, JsonNode body) {
    try {
      return ServerResponse.json(
          200, simulationEngine.transact(world -> call.answer().apply(world, body)));
    } catch (ArmException e) {
      return ErrorResponses.response(e.error());
    }
  }

  private ServerResponse run(
      ModuleRegistry.AdminCall call, String name, ResourceRequest.Call sent) {
    try {
      return simulationEngine.transact(world -> run(world, call, name, sent));
    } catch (ArmException e) {
      return ErrorResponses.response(e.error());
    }
  }

  private static ServerResponse run(
      Transaction world, ModuleRegistry.AdminCall call, String name, ResourceRequest.Call sent) {
    String group = sent.query().getOrDefault("resourceGroup", "");
    List<ArmId> found =
        world.resources().all(call.type()).stream()
            .flatMap(resource -> ArmId.parse(resource.path("id").asText()).stream())
            .filter(id -> id.name().equalsIgnoreCase(name))
            .filter(id -> group.isEmpty() || id.resourceGroup().equalsIgnoreCase(group))
            .toList();
    if (found.isEmpty()) {
      return error(404, "NotFound", "No " + call.type() + " is named '" + name + "'.", found);
    }
    if (found.size() > 1) {
      String text = "Several are named '" + name + "'. Choose one with ?resourceGroup=.";
      return error(409, "AmbiguousName", text, found);
    }
    ObjectNode resource = world.resources().find(found.get(0)).orElseThrow();
    ResourceRequest request = new ResourceRequest(world, found.get(0), sent, resource, Map.of());
    OperationAnswer operationAnswer = call.operation().accept(request);
    return ServerResponse.of(operationAnswer.status(), operationAnswer.body());
  }

  private static ServerResponse error(int status, String code, String message, List<ArmId> ids) {
    ObjectNode body = JsonCodec.object();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    if (!ids.isEmpty()) {
      ids.forEach(id -> error.withArrayProperty("ids").add(id.toString()));
    }
    return ServerResponse.json(status, body);
  }
}
