# shellcheck shell=bash
# What az does with template deployments; the same in all versions. Expects lib.sh and the resource group in $group.
try_deployments() {
  local given=(-g "$group" --template-file template.json --parameters key=never-shown)
  works 'deployment group validate' '.properties.provisioningState == "Succeeded"' az deployment group validate "${given[@]}"
  works 'deployment group what-if' '.changes | map(.changeType) | contains(["Create", "Create"])' \
    az deployment group what-if "${given[@]}" --no-pretty-print
  works 'deployment group create' '.properties.outputs.prefix.value == "10.30.0.0/16"' az deployment group create "${given[@]}" -n first
  works 'a secure parameter is not shown' '.properties.parameters.key | has("value") | not' az deployment group show -g "$group" -n first
  works 'what it deployed' '.properties.subnets[0].properties.networkSecurityGroup.id | endswith("spoke-rules")' \
    az resource show -g "$group" -n spoke --resource-type Microsoft.Network/virtualNetworks
  works 'deployment group what-if: nothing' '[.changes[] | select(.changeType == "Create")] == []' \
    az deployment group what-if "${given[@]}" --no-pretty-print
  works 'deployment group list' 'any(.name == "first")' az deployment group list -g "$group"
  works 'deployment operation group list' '[.[].properties.targetResource.resourceName // empty] | contains(["spoke"])' \
    az deployment operation group list -g "$group" -n first
  works 'deployment group create --no-wait' '' az deployment group create "${given[@]}" -n second --no-wait
  works 'deployment group wait' '' az deployment group wait -g "$group" -n second --created --interval 1 --timeout 60
  works 'the second deployment' '.properties.provisioningState == "Succeeded"' az deployment group show -g "$group" -n second
  works 'deployment group export' '.resources | length == 2' az deployment group export -g "$group" -n first
  refused 'deployment group create: a parameter is missing' 1 key \
    az deployment group create -g "$group" --template-file template.json -n third --no-prompt true
  refused 'deployment group show: none' 3 DeploymentNotFound az deployment group show -g "$group" -n nothing
  works 'deployment group delete' '' az deployment group delete -g "$group" -n second
}
