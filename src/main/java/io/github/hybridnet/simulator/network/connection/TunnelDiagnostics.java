package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Calls of gateways and connections for the diagnosis of tunnels: packet captures, resets, and
 * scripts for devices. A capture stores nothing, because no packets flow here.
 */
final class TunnelDiagnostics {
  private static final String DURATION = "virtualNetworkGateways.action";
  private static final String STATE = "packetCaptureDiagnosticState";
  private static final String RUNNING = "Running";
  private static final String IDLE = "None";

  private TunnelDiagnostics() {}

  /** Start and stop of a packet capture. */
  static ResourceCalls packetCapture() {
    return builder ->
        builder
            .call(
                "POST",
                "startPacketCapture",
                capture(TunnelDiagnostics::refuseSecond, TunnelDiagnostics::start))
            .call(
                "POST",
                "stopPacketCapture",
                capture(TunnelDiagnostics::refuseStop, TunnelDiagnostics::stop));
  }

  /** The calls of a connection. */
  static ResourceCalls ofConnection() {
    return builder ->
        builder
            .call("POST", "getikesas", new IkeSecurityAssociations())
            .call(
                "POST",
                "resetconnection",
                new LongRunningAction(
                    "connections.reset",
                    OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
                    LongRunningAction.checked(ConcurrencyGuard::refuse),
                    LongRunningAction::nothing))
            .call("POST", "vpndeviceconfigurationscript", DeviceScript::make);
  }

  /** The calls of a gateway that disconnect its clients. There are none here. */
  static ResourceCalls ofClients() {
    return builder ->
        builder
            .call(
                "POST",
                "resetvpnclientsharedkey",
                new LongRunningAction(
                    DURATION,
                    OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
                    LongRunningAction.checked(ConcurrencyGuard::refuse),
                    LongRunningAction::nothing))
            .call(
                "POST",
                "disconnectVirtualNetworkGatewayVpnConnections",
                LongRunningAction.inquiry(DURATION, LongRunningAction::nothing));
  }

  private static LongRunningAction capture(
      Consumer<ResourceRequest> check,
      BiFunction<OperationCompletion, ObjectNode, JsonNode> result) {
    return new LongRunningAction(
        DURATION,
        OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
        LongRunningAction.checked(check),
        result);
  }

  private static JsonNode start(OperationCompletion operationCompletion, ObjectNode resource) {
    become(operationCompletion, RUNNING);
    return PacketCaptureResult.started();
  }

  private static JsonNode stop(OperationCompletion operationCompletion, ObjectNode resource) {
    become(operationCompletion, IDLE);
    return PacketCaptureResult.stopped(operationCompletion.world());
  }

  private static void become(OperationCompletion operationCompletion, String state) {
    operationCompletion
        .world()
        .resources()
        .change(
            operationCompletion.id(), stored -> JsonMembers.properties(stored).put(STATE, state));
  }

  private static void refuseSecond(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    if (RUNNING.equals(JsonMembers.text(request.required(), "properties", STATE))) {
      throw NetworkErrors.refused(
          "PacketCaptureAlreadyRunning",
          "A packet capture is already running on %s.".formatted(request.id()));
    }
  }

  private static void refuseStop(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    if (JsonMembers.text(request.body(), "sasUrl") == null) {
      throw NetworkErrors.missingProperty("sasUrl", "");
    }
    if (!RUNNING.equals(JsonMembers.text(request.required(), "properties", STATE))) {
      throw NetworkErrors.refused(
          "PacketCaptureNotRunning", "No packet capture is running on %s.".formatted(request.id()));
    }
  }
}
