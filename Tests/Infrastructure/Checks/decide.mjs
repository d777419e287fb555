// Reads questions as JSON from standard input and writes IAM's answers in the same order: Allowed, ImplicitlyDenied or ExplicitlyDenied.
import { text } from 'node:stream/consumers';
import { runSimulation } from '@cloud-copilot/iam-simulate';

async function decide({ principal, action, resource, policies, resourcePolicy, boundary, context }) {
  const result = await runSimulation({
    identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
    permissionBoundaryPolicies: boundary ? [{ name: 'boundary', policy: boundary }] : undefined,
    request: { principal, action, resource: { resource, accountId: '123456789012' }, contextVariables: context },
  }, {});
  return result.resultType === 'error' ? `${action} on ${resource}: ${JSON.stringify(result.errors)}` : result.overallResult;
}

const answers = [];
for (const question of JSON.parse(await text(process.stdin))) {
  answers.push(await decide(question));
}
console.log(JSON.stringify(answers));
