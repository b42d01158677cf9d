import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';
import { SegmentedLinks } from '~/components/segmented-links';
import type { Role } from '~/modules/organizations/domain/role';
import { settingsPlaces } from './settings-places';

interface Frame {
  readonly organization: { readonly slug: string };
  readonly viewer: { readonly role: Role };
}

/** The frame of the settings: where else there is something to set. */
export default function Settings() {
  const frame = useRouteLoaderData<Frame>('routes/o.$org');
  const { pathname } = useLocation();
  const places = frame ? settingsPlaces(`/o/${frame.organization.slug}`, pathname, frame.viewer.role) : [];
  return (
    <>
      {places.length > 0 ? (
        <div className="settings-places">
          <SegmentedLinks label="Settings" options={places} />
        </div>
      ) : null}
      <Outlet />
    </>
  );
}
