import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findImports, readSources } from './imports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const names = Object.keys({ ...dependencies, ...devDependencies });
const listed = [
  ...readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| (`.*?) \|/gm),
].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));

test('docs/dependencies.md lists exactly the installed packages', () => {
  expect([...listed].sort()).toEqual([...names].sort());
});

test('all imported packages are declared, and all declared ones are used', () => {
  const sources = readSources(path.join(root, 'src'));
  const imported = findImports(sources)
    .filter(({ isPackage, target }) => isPackage && !/^(?:node|astro):/.test(target))
    .map(({ target }) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  const isDeclared = (name: string): boolean => names.includes(name) || names.includes(`@types/${name}`);
  expect([...new Set(imported)].filter((name) => !isDeclared(name))).toEqual([]);
  // Files such as fonts are not imported, but resolved by the name of the package.
  const isUsed = (name: string): boolean =>
    imported.includes(name) || [...sources.values()].some((text) => text.includes(`'${name}/`));
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([]);
});

test('a site builds without the packages that only contributors need', () => {
  const sources = readSources(path.join(root, 'src'));
  const ofSite = new Map([...sources].filter(([file]) => !/(?:^|\/)(?:testing|tools)\//.test(file)));
  const needed = findImports(ofSite).filter(({ file, target, isPackage }) => {
    const isType = new RegExp(`import type [^;]*from '${target}'`).test(ofSite.get(file) ?? '');
    return isPackage && !isType && Object.hasOwn(devDependencies, target);
  });
  expect(needed.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
});

test('package.json has exact versions', () => {
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(ranges).toEqual([]);
});

test('the lock file has a hash of each package', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string }>;
  };
  const unhashed = Object.entries(packages).filter(
    ([at, { integrity }]) => at !== '' && !(integrity ?? '').startsWith('sha512-'),
  );
  expect(unhashed).toEqual([]);
});

test('the lock file has the native builds of packages for all platforms', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
  };
  const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`${at}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});
