package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.List;
import java.util.Optional;

/**
 * Refuses PUTs that send read-only members back, before they are carried out. Recorded are PUTs in
 * which Microsoft.Network ignores them; the form of the refusal is that of members that an API
 * version does not have (Azure/azure-powershell issue 13544).
 */
public final class ReadOnlyRefusal implements RequestHandler {
  private final SimulationEngine simulationEngine;
  private final RequestHandler next;

  /** Refuses what a handler would carry out. */
  public ReadOnlyRefusal(SimulationEngine simulationEngine, RequestHandler next) {
    this.simulationEngine = simulationEngine;
    this.next = next;
  }

  @Override
  public ServerResponse handle(ServerRequest serverRequest) {
    boolean plays =
        simulationEngine.variants().is(AzureVariant.READ_ONLY_MEMBERS, "refused")
            && serverRequest.method().equals("PUT");
    List<String> sent = plays ? readOnly(serverRequest) : List.of();
    return sent.isEmpty() ? next.handle(serverRequest) : ErrorResponses.response(refusal(sent));
  }

  private List<String> readOnly(ServerRequest serverRequest) {
    RequestSubject subject = simulationEngine.addressed(serverRequest.segments());
    return subject.kind() == RequestSubject.Kind.RESOURCE
        ? body(serverRequest)
            .map(body -> ReadOnlyMembers.in(subject.resource().type(), body))
            .orElse(List.of())
        : List.of();
  }

  /** What is no JSON is refused for that. */
  private static Optional<JsonNode> body(ServerRequest serverRequest) {
    try {
      return Optional.ofNullable(JsonCodec.parse(serverRequest.body()));
    } catch (JsonCodec.BadJsonException e) {
      return Optional.empty();
    }
  }

  private static ArmError refusal(List<String> places) {
    return ArmError.provider(
        400,
        "InvalidRequestFormat",
        "Cannot parse the request.",
        places.stream()
            .map(
                place ->
                    new ArmError.Detail(
                        "InvalidJson",
                        "The member '%s' is read-only. Path '%s'."
                            .formatted(place.substring(place.lastIndexOf('.') + 1), place)))
            .toArray(ArmError.Detail[]::new));
  }
}
