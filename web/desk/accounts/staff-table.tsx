import type { Member } from '../../protocol/desk/account.ts';
import { formatRoute } from '../app/route.ts';
import { useWording } from '../words/words-context.tsx';

interface StaffTableProps {
  readonly members: readonly Member[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

export function StaffTable({ members, selected, onSelect }: StaffTableProps) {
  const { words } = useWording();
  const { staff } = words.accounts;
  return (
    <table className="tickets staff-table">
      <thead>
        <tr>
          {[staff.login, staff.name, staff.roles, staff.skills, staff.state].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr
            key={member.id}
            className="ticket-row"
            aria-current={member.id === selected ? 'true' : undefined}
            onClick={() => onSelect(member.id)}
          >
            <MemberCells member={member} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MemberCells({ member }: { member: Member }) {
  const { words, format } = useWording();
  const { staff } = words.accounts;
  const roles: Readonly<Record<string, string>> = words.codes.role;
  const { lockedUntil, oneTimeUntil } = member;
  return (
    <>
      <td className="cell-number">
        <a href={formatRoute({ page: 'staff', id: member.id })} onClick={(event) => event.stopPropagation()}>
          {member.login}
        </a>
      </td>
      <td>
        {member.name} <span className="faint">{member.deskName}</span>
      </td>
      <td>{member.roles.map((role) => roles[role] ?? role).join(' · ')}</td>
      <td className="soft">{member.skills.map((skill) => staff.skill[skill]).join(' · ')}</td>
      <td>
        <span className={`ticket-state ticket-state-${member.active ? 'done' : 'over'}`}>
          {member.active ? staff.active : staff.inactive}
        </span>
        {lockedUntil !== null && <p className="field-fault">{staff.locked(format.moment(lockedUntil))}</p>}
        {oneTimeUntil !== null && <p className="faint">{staff.once(format.moment(oneTimeUntil))}</p>}
      </td>
    </>
  );
}
