/** `Xã Mỹ Quý`: the kind is part of the name people write on parcels. Names that bring their kind stay as they are. */
export function communeLabel(commune: { name: string; type: string }): string {
  return commune.name.toLowerCase().startsWith(commune.type.toLowerCase())
    ? commune.name
    : `${commune.type} ${commune.name}`
}
