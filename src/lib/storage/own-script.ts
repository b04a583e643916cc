type Policy = { createScriptURL(address: string): string };

type Factory = { createPolicy(name: string, rules: Policy): Policy };

let policy: Policy | undefined;

/** Refuses what is not of this site. */
function createScriptURL(address: string): string {
	if (new URL(address, location.href).origin !== location.origin)
		throw new TypeError(`${address} is not a script of this site`);
	return address;
}

/** The address of a script of this site, vouched for where the browser enforces Trusted Types. */
export function ownScript(address: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: Factory };
	policy ??= trustedTypes?.createPolicy('crossread-script', { createScriptURL });
	return (policy ?? { createScriptURL }).createScriptURL(address);
}
