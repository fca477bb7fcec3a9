package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import java.util.List;

/** POSTs that start and stop the failover test of an ExpressRoute gateway for a location. */
final class SiteFailoverCalls {
  private static final String DURATION = "virtualNetworkGateways.siteFailoverTest";
  private static final String SUCCESSFUL = "wasSimulationSuccessful";

  private SiteFailoverCalls() {}

  static void requireExpressRoute(ArmRequest request) {
    if (Gateways.isVpn(request.required())) {
      throw SiteFailoverErrors.notExpressRoute(request.id());
    }
  }

  /** The operation {@code startSiteFailoverTest?peeringLocation=…}; ends with the test's guid. */
  static final class Start implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      requireExpressRoute(request);
      Busy.refuse(request);
      String location = request.call().query().getOrDefault(SiteFailoverTests.LOCATION, "");
      String spelled = checked(request, location);
      String guid = request.world().ids().guid();
      ObjectNode test = Json.object().put(SiteFailoverTests.GUID, guid);
      test.put(SiteFailoverTests.LOCATION, spelled).put(SiteFailoverTests.STATUS, "Starting");
      test.put("startTime", request.world().now().toString());
      SiteFailoverTests.put(request.world(), request.id(), test);
      return Answer.accepted(Work.lasting(DURATION).with(test));
    }

    /** The location as the circuits there spell it. */
    private static String checked(ArmRequest request, String location) {
      List<ObjectNode> connections =
          SiteFailoverTests.connections(request.world(), request.id(), location);
      if (connections.isEmpty()) {
        throw SiteFailoverErrors.unknownLocation(location, request.id());
      }
      if (SiteFailoverTests.underWay(request.world(), request.id(), location).isPresent()) {
        throw SiteFailoverErrors.alreadyRunning(location, request.id());
      }
      return SiteFailoverTests.circuit(request.world(), connections.get(0))
          .map(SiteFailoverTests::location)
          .orElse(location);
    }

    @Override
    public JsonNode complete(Completion completion) {
      ObjectNode test = completion.data();
      test.put(SiteFailoverTests.STATUS, SiteFailoverTests.RUNNING);
      SiteFailoverTests.put(completion.world(), completion.id(), test);
      ConnectionStatuses.refresh(completion.world());
      return test.path(SiteFailoverTests.GUID);
    }
  }

  /** The operation {@code stopSiteFailoverTest}; ends with the test's guid. */
  static final class Stop implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      requireExpressRoute(request);
      Busy.refuse(request);
      ObjectNode body = request.body();
      String location = Json.textOr(body, SiteFailoverTests.LOCATION, "");
      ObjectNode test =
          SiteFailoverTests.underWay(request.world(), request.id(), location)
              .orElseThrow(() -> SiteFailoverErrors.notRunning(location, request.id()));
      JsonNode successful = body.get(SUCCESSFUL);
      if (successful != null && !successful.isBoolean()) {
        throw ArmErrors.invalidRequestContent("'" + SUCCESSFUL + "' is not a boolean");
      }
      test.put(SUCCESSFUL, Json.flag(body, SUCCESSFUL));
      test.set("details", Json.array().addAll(Json.objects(body, "details")));
      test.put(SiteFailoverTests.STATUS, "Stopping");
      SiteFailoverTests.put(request.world(), request.id(), test);
      return Answer.accepted(Work.lasting(DURATION).with(test));
    }

    @Override
    public JsonNode complete(Completion completion) {
      ObjectNode test = completion.data();
      test.put(SiteFailoverTests.STATUS, "Completed");
      test.put("endTime", completion.world().now().toString());
      SiteFailoverTests.put(completion.world(), completion.id(), test);
      ConnectionStatuses.refresh(completion.world());
      return test.path(SiteFailoverTests.GUID);
    }
  }
}
