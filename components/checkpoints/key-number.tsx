const GROUPS_IN_A_ROW = 3;

/** Six groups on one line or on two, never five and one: so they are read out. */
export function KeyNumber({ of }: { readonly of: string }) {
  const groups = of.split(' ');
  const [first, second] = [groups.slice(0, GROUPS_IN_A_ROW), groups.slice(GROUPS_IN_A_ROW)];
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{first.join(' ')}</span>{' '}
      <span style={{ whiteSpace: 'nowrap' }}>{second.join(' ')}</span>
    </>
  );
}
