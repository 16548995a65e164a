/** Only a person with more rights on this computer can change it. The message has the command to type. */
export class NeedsAdministrator extends Error {}
