package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of one subnet. */
final class SubnetPut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    ArmId networkId = request.id().parent();
    Busy.refuseBeside(request);
    Busy.deferForNetwork(request.world(), networkId);
    ObjectNode network =
        request
            .world()
            .resources()
            .find(networkId)
            .orElseThrow(() -> ArmErrors.resourceNotFound(networkId));
    ObjectNode subnet =
        new SubnetBody(request, request.id(), request.body())
            .build(request.existing().orElse(null));
    rules(networkId, network).check(siblingsThen(network, subnet));
    return Sameness.answer(request.existing(), subnet, "subnets");
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.succeed();
    BackReferences.refresh(completion.world(), completion.id());
    return null;
  }

  private static SubnetRules rules(ArmId id, ObjectNode network) {
    List<String> prefixes = Json.strings(network, "properties", "addressSpace", "addressPrefixes");
    return new SubnetRules(id, AddressSpace.read(prefixes, id));
  }

  private static List<ObjectNode> siblingsThen(ObjectNode network, ObjectNode subnet) {
    List<ObjectNode> all = new ArrayList<>(Json.objects(network, "properties", "subnets"));
    all.removeIf(each -> Json.textOr(each, "name", "").equalsIgnoreCase(Json.text(subnet, "name")));
    all.add(subnet);
    return all;
  }
}
