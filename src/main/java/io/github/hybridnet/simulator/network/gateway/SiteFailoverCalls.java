package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import io.github.hybridnet.simulator.network.routing.StoredSiteFailoverTests;
import java.util.List;

/** POSTs that start and stop the failover test of an ExpressRoute gateway for a location. */
final class SiteFailoverCalls {
  private static final String DURATION = "virtualNetworkGateways.siteFailoverTest";
  private static final String SUCCESSFUL = "wasSimulationSuccessful";

  private SiteFailoverCalls() {}

  private static void requireExpressRoute(ResourceRequest request) {
    if (StoredGateways.isVpn(request.required())) {
      throw SiteFailoverErrors.notExpressRoute(request.id());
    }
  }

  /** Begins an inquiry about an ExpressRoute gateway; its end needs the query's parameters. */
  static ObjectNode beginInquiry(ResourceRequest request) {
    requireExpressRoute(request);
    ObjectNode query = JsonCodec.object();
    request.call().query().forEach(query::put);
    return query;
  }

  /** The operation {@code startSiteFailoverTest?peeringLocation=…}; ends with the test's guid. */
  static final class Start implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      requireExpressRoute(request);
      ConcurrencyGuard.refuse(request);
      String location = request.call().query().getOrDefault(StoredSiteFailoverTests.LOCATION, "");
      String spelled = checked(request, location);
      String guid = request.world().ids().guid();
      ObjectNode test = JsonCodec.object().put(StoredSiteFailoverTests.GUID, guid);
      test.put(StoredSiteFailoverTests.LOCATION, spelled)
          .put(StoredSiteFailoverTests.STATUS, "Starting");
      test.put("startTime", request.world().now().toString());
      StoredSiteFailoverTests.put(request.world(), request.id(), test);
      return OperationAnswer.accepted(TimedWork.lasting(DURATION).with(test));
    }

    /** The location as the circuits there spell it. */
    private static String checked(ResourceRequest request, String location) {
      List<ObjectNode> connections =
          StoredSiteFailoverTests.connections(request.world(), request.id(), location);
      if (connections.isEmpty()) {
        throw SiteFailoverErrors.unknownLocation(location, request.id());
      }
      if (StoredSiteFailoverTests.underWay(request.world(), request.id(), location).isPresent()) {
        throw SiteFailoverErrors.alreadyRunning(location, request.id());
      }
      return StoredSiteFailoverTests.circuit(request.world(), connections.get(0))
          .map(StoredSiteFailoverTests::location)
          .orElse(location);
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      ObjectNode test = operationCompletion.data();
      test.put(StoredSiteFailoverTests.STATUS, StoredSiteFailoverTests.RUNNING);
      StoredSiteFailoverTests.put(operationCompletion.world(), operationCompletion.id(), test);
      ConnectionStatuses.refresh(operationCompletion.world());
      return test.path(StoredSiteFailoverTests.GUID);
    }
  }

  /** The operation {@code stopSiteFailoverTest}; ends with the test's guid. */
  static final class Stop implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      requireExpressRoute(request);
      ConcurrencyGuard.refuse(request);
      ObjectNode body = request.body();
      String location = JsonMembers.textOr(body, StoredSiteFailoverTests.LOCATION, "");
      ObjectNode test =
          StoredSiteFailoverTests.underWay(request.world(), request.id(), location)
              .orElseThrow(() -> SiteFailoverErrors.notRunning(location, request.id()));
      JsonNode successful = body.get(SUCCESSFUL);
      if (successful != null && !successful.isBoolean()) {
        throw ArmErrors.invalidRequestContent("'" + SUCCESSFUL + "' is not a boolean");
      }
      test.put(SUCCESSFUL, JsonMembers.flag(body, SUCCESSFUL));
      test.set("details", JsonMembers.array().addAll(JsonMembers.objects(body, "details")));
      test.put(StoredSiteFailoverTests.STATUS, "Stopping");
      StoredSiteFailoverTests.put(request.world(), request.id(), test);
      return OperationAnswer.accepted(TimedWork.lasting(DURATION).with(test));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      ObjectNode test = operationCompletion.data();
      test.put(StoredSiteFailoverTests.STATUS, "Completed");
      test.put("endTime", operationCompletion.world().now().toString());
      StoredSiteFailoverTests.put(operationCompletion.world(), operationCompletion.id(), test);
      ConnectionStatuses.refresh(operationCompletion.world());
      return test.path(StoredSiteFailoverTests.GUID);
    }
  }
}
