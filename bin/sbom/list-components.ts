/** One package of the lock file, as far as it is read here. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
}

interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** excluded: needed to build and test alone. */
  readonly scope: 'required' | 'optional' | 'excluded';
  readonly licenses?: readonly { readonly expression: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** A list of what is built in, as CycloneDX 1.6 says it. */
export interface BillOfMaterials {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: {
    readonly component: { readonly type: 'application'; readonly name: string; readonly version: string };
  };
  readonly components: readonly Component[];
}

/** The packages of a lock file (version 3), each name and version once, by name. Source of the form: CycloneDX 1.6. */
export function listComponents(lock: LockFile): BillOfMaterials {
  const byRef = new Map<string, Component>();
  for (const [path, locked] of Object.entries(lock.packages)) {
    const component = path === '' || locked.link ? null : componentOf(path, locked);
    if (!component) continue;
    const known = byRef.get(component['bom-ref']);
    // The same package may be needed in one place and be a tool in another.
    if (!known || rank(component) < rank(known)) byRef.set(component['bom-ref'], component);
  }
  const components = [...byRef.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const component = { type: 'application', name: lock.name, version: lock.version } as const;
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component }, components };
}

const SCOPES = ['required', 'optional', 'excluded'] as const;
const rank = ({ scope }: Component) => SCOPES.indexOf(scope);

function componentOf(path: string, locked: LockedPackage): Component | null {
  const name = path.split('node_modules/').at(-1) ?? '';
  const { version, license, integrity, dev, optional } = locked;
  if (name === '' || version === undefined) return null;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(license ? { licenses: [{ expression: license }] } : {}),
    ...(integrity ? { hashes: [hashOf(integrity)] } : {}),
  };
}

/** `sha512-<base64>` as name and hexadecimal digits. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [name = '', base64 = ''] = integrity.split(' ', 1)[0]?.split('-', 2) ?? [];
  return { alg: name.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}
