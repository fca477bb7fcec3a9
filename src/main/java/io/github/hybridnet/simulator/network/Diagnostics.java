package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import java.util.function.Consumer;

/**
 * What gateways and connections offer for looking into a tunnel: packet captures, which capture
 * nothing here, because no packet flows, resets, and scripts for devices.
 */
final class Diagnostics {
  private static final String DURATION = "virtualNetworkGateways.action";
  private static final String STATE = "packetCaptureDiagnosticState";
  private static final String RUNNING = "Running";
  private static final String IDLE = "None";

  private Diagnostics() {}

  /** Start and stop of a packet capture. */
  static ResourceCalls packetCapture() {
    return builder ->
        builder
            .call("POST", "startPacketCapture", capture(Diagnostics::refuseSecond, RUNNING))
            .call("POST", "stopPacketCapture", capture(Diagnostics::refuseStop, IDLE));
  }

  /** The calls of a connection. */
  static ResourceCalls ofConnection() {
    return builder ->
        builder
            .call("POST", "getikesas", new IkeSas())
            .call(
                "POST",
                "resetconnection",
                new Report(
                    "connections.reset",
                    Answer.Links.ASYNC_OPERATION_AND_LOCATION,
                    Report.checked(Busy::refuse),
                    Report::nothing))
            .call("POST", "vpndeviceconfigurationscript", DeviceScript::make);
  }

  /** The calls of a gateway that hang up on its clients, of whom there are none. */
  static ResourceCalls ofClients() {
    return builder ->
        builder
            .call(
                "POST",
                "resetvpnclientsharedkey",
                new Report(
                    DURATION,
                    Answer.Links.ASYNC_OPERATION_AND_LOCATION,
                    Report.checked(Busy::refuse),
                    Report::nothing))
            .call(
                "POST",
                "disconnectVirtualNetworkGatewayVpnConnections",
                new Report(
                    DURATION,
                    Answer.Links.LOCATION,
                    Report.checked(request -> {}),
                    Report::nothing));
  }

  private static Report capture(Consumer<ArmRequest> check, String after) {
    return new Report(
        DURATION,
        Answer.Links.ASYNC_OPERATION_AND_LOCATION,
        Report.checked(check),
        (completion, resource) -> become(completion, after));
  }

  private static JsonNode become(Completion completion, String state) {
    completion
        .world()
        .resources()
        .change(completion.id(), stored -> Json.properties(stored).put(STATE, state));
    return NullNode.instance;
  }

  private static void refuseSecond(ArmRequest request) {
    Busy.refuse(request);
    if (RUNNING.equals(Json.text(request.required(), "properties", STATE))) {
      throw NetworkErrors.refused(
          "PacketCaptureAlreadyRunning",
          "A packet capture is already running on %s.".formatted(request.id()));
    }
  }

  private static void refuseStop(ArmRequest request) {
    Busy.refuse(request);
    if (Json.text(request.body(), "sasUrl") == null) {
      throw NetworkErrors.missingProperty("sasUrl", "");
    }
    if (!RUNNING.equals(Json.text(request.required(), "properties", STATE))) {
      throw NetworkErrors.refused(
          "PacketCaptureNotRunning", "No packet capture is running on %s.".formatted(request.id()));
    }
  }
}
