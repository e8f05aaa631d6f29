import type { Feature } from '../../kernel/feature.ts';
import { mentoringKey, mentoringStaffKey } from '../../kernel/mentoring.ts';
import { staffRoles } from '../../kernel/role.ts';
import { text } from './messages.ts';
import { eraseMentor, exportMentor } from './service.ts';

/** Who offers help to learners: alumni and trainers, approved by staff. */
export const mentors: Feature = {
  name: 'mentors',
  description: text.feature,
  needs: {
    roles: [],
    channels: [
      {
        key: mentoringKey,
        name: 'mentorat',
        topic: text.topic,
        kind: 'text',
        category: 'Entraide',
        visibleTo: ['mentor', 'alumni', 'trainer', 'learner', ...staffRoles],
        readOnly: true,
        bot: [
          'ViewChannel',
          'SendMessages',
          'EmbedLinks',
          'AttachFiles',
          'ReadMessageHistory',
          'CreatePrivateThreads',
          'SendMessagesInThreads',
          'ManageThreads',
        ],
      },
      {
        key: mentoringStaffKey,
        name: 'suivi-mentorat',
        topic: text.topicStaff,
        kind: 'text',
        category: 'Équipe',
        visibleTo: staffRoles,
        readOnly: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'],
      },
    ],
  },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportMentor, erase: eraseMentor },
};
