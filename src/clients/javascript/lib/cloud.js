// The clients under test, unmodified, and the simulator's admin endpoint beside them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:https';
import { ClientSecretCredential } from '@azure/identity';
import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceManagementClient } from '@azure/arm-resources';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { ResourceManagementClient as DeploymentsClient } from '@azure/arm-resources-6';

const directory = process.env.HYBRIDNET_SIMULATOR;
if (!directory) {
  throw new Error('HYBRIDNET_SIMULATOR must name the directory of a running simulator.');
}

export const endpoint = readFileSync(join(directory, 'endpoint'), 'utf8').trim();
export const credentials = JSON.parse(readFileSync(join(directory, 'credentials.json'), 'utf8'));
export const location = 'westus2';

export const signIn = (secret = credentials.clientSecret, client = credentials.clientId) =>
  new ClientSecretCredential(credentials.tenantId, client, secret, {
    authorityHost: endpoint,
    disableInstanceDiscovery: true,
  });

const scopes = [`${endpoint}/.default`];
const options = { endpoint, credentialScopes: scopes };

export const network = () =>
  new NetworkManagementClient(signIn(), credentials.subscriptionId, options);
export const resources = () => new ResourceManagementClient(signIn(), credentials.subscriptionId, options);
export const deployments = () => new DeploymentsClient(signIn(), credentials.subscriptionId, options);
export const subscriptions = () => new SubscriptionClient(signIn(), options);

/** Calls the simulator's admin endpoint and returns the body of its answer. */
export const admin = (method, path, body) =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${endpoint}/_simulator/${path}`,
      { method, headers: { authorization: `Bearer ${credentials.adminToken}`, 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.on('data', (part) => (text += part));
        answer.on('end', () => {
          if (answer.statusCode < 300) resolve(text ? JSON.parse(text) : undefined);
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });

/** All elements of a list, however many pages they come in. */
export const all = async (list) => {
  const found = [];
  for await (const element of list) found.push(element);
  return found;
};

export const names = async (list) => (await all(list)).map((element) => element.name).sort();

/** Asks again until the answer is the wanted one. */
export const until = async (ask, wanted, seconds = 30) => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
};

/** The id of a resource of Microsoft.Network, publicIPAddresses/p for example. */
export const id = (group, path) =>
  `/subscriptions/${credentials.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${path}`;
