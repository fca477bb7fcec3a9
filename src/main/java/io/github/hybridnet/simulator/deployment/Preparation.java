package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.authorization.Policies;
import io.github.hybridnet.simulator.deployment.Positions.Position;
import io.github.hybridnet.simulator.deployment.language.Evaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.http.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is determined and checked before anything is deployed.
 *
 * @param submission what was asked for
 * @param parameters the values of its parameters
 * @param scope what its expressions see
 * @param plan its resources
 */
record Preparation(
    Submission submission, TemplateParameters parameters, TemplateScope scope, Plan plan) {

  /**
   * Prepares a deployment.
   *
   * @throws RefusedException if the template is not valid
   */
  static Preparation of(World world, ArmId id, Submission submission) {
    TemplateParameters parameters = new TemplateParameters(submission);
    Surroundings surroundings =
        new Surroundings(world, id, submission.template(), submission.mode());
    TemplateScope scope =
        new TemplateScope(
            surroundings, submission.template(), parameters::value, TemplateScope::noReference);
    parameters.resolve(scope.evaluator());
    Plan plan =
        new PlanBuilder(scope, id.group(), submission.positions()).build(submission.template());
    Preparation preparation = new Preparation(submission, parameters, scope, plan);
    preparation.refuseUnknownTypes(world, id);
    plan.resources().stream().filter(PlannedResource::deployed).forEach(preparation::preview);
    preparation.checkOutputs();
    preparation.refuseByPolicy(world, id);
    return preparation;
  }

  /** The body of a resource, with what only its deployment can tell left as it is. */
  ObjectNode preview(PlannedResource resource) {
    try {
      Evaluator evaluator = new Evaluator(scope, resource.loops());
      return resource.body(evaluator.keeping(PlannedResource::needsState));
    } catch (TemplateException e) {
      throw PlanBuilder.invalid(resource.name(), resource.at(), e);
    }
  }

  private void checkOutputs() {
    Evaluator evaluator = scope.evaluator().keeping(PlannedResource::needsState);
    for (Map.Entry<String, JsonNode> output : submission.template().path("outputs").properties()) {
      if (output.getValue().has("copy")) {
        continue;
      }
      try {
        evaluator.evaluate(output.getValue());
      } catch (TemplateException e) {
        Position at =
            submission.positions().at(Submission.TEMPLATE + "/outputs/" + output.getKey());
        throw DeploymentErrors.invalidTemplate(
            "The template output '%s' at line '%d' and column '%d' is not valid: %s"
                .formatted(output.getKey(), at.line(), at.column(), e.sentence()),
            at);
      }
    }
  }

  private void refuseByPolicy(World world, ArmId deployment) {
    Policies policies = new Policies(world);
    List<ObjectNode> details = new ArrayList<>();
    for (PlannedResource resource : plan.resources()) {
      if (resource.deployed()) {
        policies
            .refusal(resource.id(), preview(resource))
            .map(refusal -> DeploymentErrors.error(refusal.code(), refusal.message()))
            .map(error -> error.put("target", resource.name()))
            .ifPresent(details::add);
      }
    }
    if (!details.isEmpty()) {
      throw DeploymentErrors.disallowed(deployment.name(), world.ids().guid(), details);
    }
  }

  private void refuseUnknownTypes(World world, ArmId deployment) {
    Set<String> asked = new LinkedHashSet<>();
    for (PlannedResource resource : plan.resources()) {
      ArmId id = resource.id();
      if (!asked.add(id.type() + " " + resource.apiVersion())) {
        continue;
      }
      String path = id.toString();
      String collection = path.substring(0, path.lastIndexOf('/'));
      Response answer = world.send("GET", collection, resource.apiVersion(), null);
      JsonNode error = answer.body().map(body -> body.path("error")).orElseThrow();
      String code = error.path("code").asText().toLowerCase(Locale.ROOT);
      // Whatever else is refused may be different when its turn comes.
      if (code.startsWith("invalidresource") || code.startsWith("invalidapiversion")) {
        throw DeploymentErrors.invalidDeployment(deployment.name(), world.ids().guid(), error);
      }
    }
  }
}
